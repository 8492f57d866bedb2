package io.vedette.alerts.watch;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of a watch's form, each read with its name at hand, so that a wrong one can be found and put right. */
final class FormValues {

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})(s|m|h|d)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:-]{0,99}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private FormValues() {}

    /** To the millisecond, as topics keep it. */
    static Instant instant(String name, String value) {
        try {
            return Instant.parse(value).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw wrong(name, value, "is no time; write it in UTC, for example 2026-01-31T00:00:00Z", e);
        }
    }

    static ZoneId zone(String name, @Nullable String value) {
        try {
            return ZoneId.of(value == null ? "UTC" : value);
        } catch (DateTimeException e) {
            throw wrong(
                    name, String.valueOf(value), "is no time zone; write its IANA name, for example Europe/Kyiv", e);
        }
    }

    static LocalTime time(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": is missing; write a time of day, for example \"22:00\"");
        }
        try {
            return LocalTime.parse(value);
        } catch (DateTimeParseException e) {
            throw wrong(name, value, "is no time of day; write HH:mm in quotes, for example \"22:00\"", e);
        }
    }

    /** All days for none. */
    static Set<DayOfWeek> days(String name, @Nullable List<String> values) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String value : values == null ? List.<String>of() : values) {
            days.add(Arrays.stream(DayOfWeek.values())
                    .filter(day -> shortName(day).equals(value))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, value, "is no day; use " + allDays(), null)));
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    /** As {@link #days} reads it. */
    static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    /** From a second to a year. */
    static Duration period(String name, @Nullable String value) {
        Matcher period = PERIOD.matcher(value == null ? "" : value.strip().toLowerCase(Locale.ROOT));
        if (!period.matches()) {
            throw wrong(name, String.valueOf(value), "is no period; write for example 30m, 6h or 1d", null);
        }
        long number = Long.parseLong(period.group(1));
        Duration duration =
                switch (period.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw wrong(name, String.valueOf(value), "is out of range; write 1s to 366d", null);
        }
        return duration;
    }

    /** As {@link #period} reads it, in the largest unit that divides it. */
    static String text(Duration period) {
        long seconds = period.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        } else if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw wrong(name, Integer.toString(value), "is too few; write " + least + " or more", null);
        }
        return value;
    }

    static List<Integer> steps(String name, @Nullable List<Integer> values) {
        for (Integer value : values == null ? List.<Integer>of() : values) {
            if (value == null || value < 2) {
                throw wrong(name, String.valueOf(value), "is no threshold; write numbers from 2", null);
            }
        }
        return values == null ? List.of() : values;
    }

    /** Labels and channels. */
    static List<String> names(String name, @Nullable List<String> values) {
        for (String value : values == null ? List.<String>of() : values) {
            if (value == null || !NAME.matcher(value).matches()) {
                throw wrong(
                        name,
                        String.valueOf(value),
                        "can't be used; write 1 to 100 letters, digits, spaces, . _ : or -, the first a letter or digit",
                        null);
            }
        }
        return values == null ? List.of() : values;
    }

    private static String allDays() {
        return Arrays.stream(DayOfWeek.values()).map(FormValues::shortName).collect(Collectors.joining(", "));
    }

    private static IllegalArgumentException wrong(
            String name, String value, String problem, @Nullable Exception cause) {
        return new IllegalArgumentException(name + ": \"" + value + "\" " + problem, cause);
    }
}
