package io.vedette.app.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as options take them: so long ago, a day in UTC, or a time. */
final class Times {

    private static final Pattern AGO = Pattern.compile("-?(\\d{1,6})([mhd])");

    private Times() {}

    /**
     * Reads one.
     *
     * @param option its name, for the message
     * @throws io.vedette.runtime.StartupException if it is none of these
     */
    static Instant parse(String option, String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        try {
            if (ago.matches()) {
                long amount = Long.parseLong(ago.group(1));
                return now.minus(
                        switch (ago.group(2)) {
                            case "m" -> Duration.ofMinutes(amount);
                            case "h" -> Duration.ofHours(amount);
                            default -> Duration.ofDays(amount);
                        });
            }
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw DeadLetterOptions.usage(option + ": \"" + text
                    + "\" is no time; give 12h, a day such as 2026-11-22, or a time such as 2026-11-22T06:00:00Z");
        }
    }
}
