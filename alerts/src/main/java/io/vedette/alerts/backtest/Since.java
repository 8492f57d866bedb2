package io.vedette.alerts.backtest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Since when: so long ago ({@code 7d}, {@code 12h}, {@code 30m}), a day ({@code 2026-11-01}), or a time (RFC 3339). */
final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");

    private Since() {}

    /** @throws IllegalArgumentException if it is none of these, or lies ahead; says what to write */
    static Instant parse(String text, Instant now) {
        Instant since = instant(text.strip(), now);
        if (since.isAfter(now)) {
            throw new IllegalArgumentException("since: \"" + text + "\" lies ahead; give a time that is over");
        }
        return since;
    }

    private static Instant instant(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "since: \"" + text + "\" is no time; write 7d, 12h, 30m, a day such as 2026-11-01,"
                            + " or a time such as 2026-11-01T12:00:00Z",
                    e);
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
