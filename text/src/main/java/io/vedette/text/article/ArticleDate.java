package io.vedette.text.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of articles: RFC 3339 and its relatives of ISO 8601, plain dates, RFC 822 and RFC 1123 with what feeds
 * make of them (no weekday or a wrong one, two-digit years, no seconds, names of zones, months of {@link MonthNames other
 * languages}), English dates in words, C's {@code asctime}, and seconds or milliseconds since 1970.
 *
 * <p>Where no zone is given, or one by an unknown name, UTC is taken; where no time, midnight.  Dates such as 1/2/2024,
 * which mean different days on the two sides of the Atlantic, are not read.
 */
public final class ArticleDate {

    private static final int MOST_CHARS = 100;
    private static final int FIRST_YEAR = 1000;
    private static final int CENTURY_TURN = 70;

    /** In English anywhere; in other languages what is followed by a comma, or by a day and a month in letters. */
    private static final Pattern WEEKDAY = Pattern.compile("^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? "
            + "|[\\p{L}'’-]{2,20}\\.?(?:, ?| (?=[0-9]{1,2}\\.?[ -](?:de )?\\p{L})))");

    private static final Pattern ORDINAL = Pattern.compile("\\b([0-9]{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}|[0-9]{12,13}");
    private static final int MOST_DIGITS_OF_SECONDS = 10;

    /** The shapes of a day; the rest of the date follows them. */
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile("(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])"),
            Pattern.compile("(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?![0-9])"),
            Pattern.compile("(?<d>[0-9]{1,2})\\.(?<m>[0-9]{1,2})\\.(?<y>[0-9]{4})(?![0-9])"),
            Pattern.compile("(?<d>[0-9]{1,2})\\.?[ -](?:de )?(?<m>\\p{L}{3,14})\\.?,?[ -](?:de )?"
                    + "(?<y>[0-9]{4}|[0-9]{2})(?![0-9])(?: [гр]\\.)?"),
            Pattern.compile("(?<m>\\p{L}{3,14})\\.? (?<d>[0-9]{1,2}),? (?<y>[0-9]{4})(?![0-9:])"));

    private static final Pattern REST = Pattern.compile("(?:[t, ]|at )*"
            + "(?:(?<h>[0-9]{1,2}):?(?<min>[0-9]{2})(?::?(?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,9})[0-9]*)?)?"
            + " ?(?<half>[ap]\\.?m\\.?)?)?"
            + " ?(?:(?<zone>[a-z]{1,5}) ?)?(?:(?<sign>[-+])(?<zh>[0-9]{1,2}):?(?<zm>[0-9]{2})?)?"
            + " ?(?:\\([^)]*\\))?");

    /** {@code asctime}: the year comes last. */
    private static final Pattern ASCTIME =
            Pattern.compile("([a-z]{3} [0-9]{1,2}) ([0-9:]{5,8}(?: [a-z]{3,4}| [-+][0-9]{4})?) ([0-9]{4})");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** RFC 822, section 5, and what outlets elsewhere write, in minutes; IST is India's, BST is Britain's. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("ist", 330),
            Map.entry("jst", 540));

    private ArticleDate() {}

    /**
     * The moment that a date names.
     *
     * @param given what a source wrote; any characters
     * @return empty if it can't be read, names no day of the calendar, or one before the year 1000
     */
    public static Optional<Instant> read(String given) {
        if (given.length() > MOST_CHARS) {
            return Optional.empty();
        }
        String s = given.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (EPOCH.matcher(s).matches()) {
            long count = Long.parseLong(s);
            return Optional.of(
                    s.length() <= MOST_DIGITS_OF_SECONDS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count));
        }
        String plain = ORDINAL.matcher(WEEKDAY.matcher(s).replaceFirst("")).replaceAll("$1");
        return readPlain(ASCTIME.matcher(plain).replaceFirst("$1 $3 $2"));
    }

    private static Optional<Instant> readPlain(String s) {
        for (Pattern shape : DAYS) {
            Matcher day = shape.matcher(s);
            if (day.lookingAt()) {
                Matcher rest = REST.matcher(s.substring(day.end()));
                return rest.matches() ? moment(day, rest) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(Matcher day, Matcher rest) {
        try {
            LocalDate date = LocalDate.of(year(day.group("y")), month(day.group("m")), number(day.group("d")));
            return date.getYear() < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(date.atTime(time(rest)).toInstant(offset(rest)));
        } catch (DateTimeException e) {
            return Optional.empty(); // 30 February, 25:00, a zone of 30 hours
        }
    }

    private static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year < CENTURY_TURN ? 2000 + year : 1900 + year;
    }

    private static int month(String given) {
        if (Character.isDigit(given.charAt(0))) {
            return number(given);
        }
        return MonthNames.find(given).orElseGet(() -> englishMonth(given));
    }

    /** By its first letters: "Sept", and what is misspelt. */
    private static int englishMonth(String given) {
        int at = MONTHS.indexOf(given.substring(0, 3));
        if (at % 3 != 0) {
            throw new DateTimeException("no month: " + given);
        }
        return at / 3 + 1;
    }

    private static LocalTime time(Matcher rest) {
        if (rest.group("h") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(rest.group("h"));
        String half = rest.group("half");
        if (half != null) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        int second = Math.min(59, number(rest.group("s"))); // a leap second is read as the one before it
        return LocalTime.of(hour, number(rest.group("min")), second, nanos(rest.group("f")));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "00000000").substring(0, 9));
    }

    private static ZoneOffset offset(Matcher rest) {
        if (rest.group("sign") != null) {
            int minutes = number(rest.group("zh")) * 60 + number(rest.group("zm"));
            return minutes(rest.group("sign").equals("-") ? -minutes : minutes);
        }
        String zone = rest.group("zone");
        return minutes(zone == null ? 0 : ZONES.getOrDefault(zone, 0));
    }

    private static ZoneOffset minutes(int minutes) {
        return ZoneOffset.ofTotalSeconds(minutes * 60);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
