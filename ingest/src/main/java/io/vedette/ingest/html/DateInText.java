package io.vedette.ingest.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a day in a line such as "Published on 5 May 2024, 10:30" or "п'ятниця, 3 травня 2024", in the languages of {@link #LANGUAGES}.
 * Where no time follows it is midnight, where no zone UTC.  5/6/2024 is two days, and none here.
 */
final class DateInText {

    private static final List<String> LANGUAGES = List.of(
            "en", "uk", "ru", "de", "fr", "es", "it", "pt", "pl", "nl", "cs", "ro", "sv", "da", "nb", "fi", "hu", "tr",
            "el", "bg", "sr", "ar", "fa", "he", "id");

    private static final Map<String, Integer> MONTHS = months();

    private static final int FIRST_YEAR = 1990;

    private static final String TIME =
            "(?:[\\s,.|·•–-]{1,4}(?:at|um|à|a las|alle|в|о|o|kl\\.?)?\\s?(?<h>\\d{1,2})[:h](?<min>\\d{2})(?::\\d{2})?(?:\\s?(?<half>[ap])\\.?m\\b)?)?";

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?<!\\d)(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)" + TIME),
            Pattern.compile("(?<!\\d)(?<y>\\d{4})\\s?年\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?日" + TIME),
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4})(?!\\d)" + TIME),
            Pattern.compile(
                    "(?i)(?<!\\d)(?<d>\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?[\\s-](?:de |of )?(?<m>\\p{L}{3,14})\\.?,?[\\s-](?:de )?(?<y>\\d{4})(?!\\d)"
                            + TIME),
            Pattern.compile("(?i)(?<m>\\p{L}{3,14})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)" + TIME));

    private static final Pattern IN_ADDRESS =
            Pattern.compile("/(?<y>(?:19|20)\\d{2})(?<sep>[/-]?)(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?=[/-]|\\D)");

    private DateInText() {}

    /**
     * The first day in a line.
     *
     * @param language BCP 47 tag, whose names of months go before those of other languages; may be empty
     */
    static Optional<Instant> find(String line, String language) {
        return SHAPES.stream()
                .map(shape -> first(shape.matcher(line), language))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The day in the path of an address, such as {@code /2024/05/03/}. */
    static Optional<Instant> inAddress(String address) {
        Matcher day = IN_ADDRESS.matcher(address);
        while (day.find()) {
            Optional<Instant> moment = moment(day, Integer.parseInt(day.group("m")), 0, 0);
            if (moment.isPresent()
                    && (!day.group("sep").isEmpty() || day.group("m").length() == 2)) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> first(Matcher day, String language) {
        while (day.find()) {
            Integer month = month(day.group("m"), language);
            Optional<Instant> moment = month == null ? Optional.empty() : moment(day, month, hour(day), minute(day));
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(Matcher day, int month, int hour, int minute) {
        int year = Integer.parseInt(day.group("y"));
        if (year < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(year, month, Integer.parseInt(day.group("d")), hour, minute)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // no day of the calendar
        }
    }

    private static int hour(Matcher day) {
        String given = day.group("h");
        if (given == null) {
            return 0;
        }
        int hour = Integer.parseInt(given);
        String half = day.group("half");
        return half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int minute(Matcher day) {
        String given = day.group("min");
        return given == null ? 0 : Integer.parseInt(given);
    }

    private static @Nullable Integer month(String given, String language) {
        if (Character.isDigit(given.charAt(0))) {
            return Integer.valueOf(given);
        }
        String name = given.toLowerCase(Locale.ROOT);
        Integer own = language.length() < 2 ? null : MONTHS.get(language.substring(0, 2) + name);
        return own != null ? own : MONTHS.get(name);
    }

    /** Names with the language in front, and without it where all languages mean the same month. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    if (!style.name().startsWith("NARROW")) {
                        add(months, language, month.getDisplayName(style, Locale.forLanguageTag(language)), month);
                    }
                }
            }
        }
        months.values().removeIf(month -> month == 0);
        return months;
    }

    private static void add(Map<String, Integer> months, String language, String display, Month month) {
        String name = display.toLowerCase(Locale.ROOT).replace(".", "");
        months.putIfAbsent(language + name, month.getValue());
        months.merge(name, month.getValue(), (a, b) -> a.equals(b) ? a : 0);
    }
}
