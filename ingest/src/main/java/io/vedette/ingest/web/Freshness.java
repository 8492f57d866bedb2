package io.vedette.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server says that an answer stays the same, by RFC 9111, 4.2.1, for a cache that is not shared. */
final class Freshness {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})");
    private static final Pattern NOT_AT_ALL = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?=\\s*(?:,|$))");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Freshness() {}

    /** Null if it does not say. */
    static @Nullable Duration of(Answer answer, Instant now) {
        String control = answer.header("Cache-Control");
        if (control != null) {
            String directives = control.toLowerCase(Locale.ROOT);
            if (NOT_AT_ALL.matcher(directives).find()) {
                return Duration.ZERO;
            }
            Matcher age = MAX_AGE.matcher(directives);
            if (age.find()) {
                long seconds = Math.min(Long.parseLong(age.group(1)), LONGEST.toSeconds());
                return bounded(Duration.ofSeconds(seconds).minus(age(answer)));
            }
        }
        String expires = answer.header("Expires");
        if (expires == null) {
            return null;
        }
        Instant end = date(expires);
        Instant begin = date(answer.header("Date"));
        // an invalid date, especially 0, means the past
        return end == null ? Duration.ZERO : bounded(Duration.between(begin == null ? now : begin, end));
    }

    private static Duration age(Answer answer) {
        String age = answer.header("Age");
        return age != null && age.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO;
    }

    private static @Nullable Instant date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    }
}
