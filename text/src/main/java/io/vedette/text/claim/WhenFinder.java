package io.vedette.text.claim;

import io.vedette.text.When;
import io.vedette.text.claim.Periods.Period;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.WordSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds expressions of time and the days that they allow.  What depends on the day of publication ("on Tuesday", "last
 * week", a month without its year) is left alone where that day is unknown; a day or month without a year is the last
 * one that is not after publication, as is usual in news.
 */
final class WhenFinder {

    private static final Set<String> LEADS =
            WordSet.of("on", "in", "since", "by", "until", "from", "during", "of", "early", "late", "mid");

    private static final int ENDS_PHRASE = WordClass.PREPOSITION
            | WordClass.STARTER
            | WordClass.COORDINATOR
            | WordClass.RELATIVE
            | WordClass.SUBJECT
            | WordClass.CLAUSE
            | WordClass.AUXILIARY
            | WordClass.DETERMINER
            | WordClass.CALENDAR;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12));

    private record Days(LocalDate from, LocalDate to) {

        static Days of(LocalDate day) {
            return new Days(day, day);
        }
    }

    /** What an expression may begin with, other than a number, a day or a month: most words are none of these. */
    private static final Set<String> OPENERS = WordSet.of(
            "a",
            "an",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "twelve",
            "last",
            "past",
            "recent",
            "coming",
            "next",
            "this",
            "weekend",
            "earlier",
            "later",
            "first",
            "second",
            "third",
            "fourth",
            "q1",
            "q2",
            "q3",
            "q4",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "today",
            "tonight",
            "yesterday",
            "tomorrow",
            "overnight");

    private final FieldTokens tokens;
    private final @Nullable LocalDate published;
    private final Periods periods;
    private int end;

    /** The last day found in the field, from which "two days later" counts; null before the first. */
    private @Nullable LocalDate last;

    WhenFinder(FieldTokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.published = published;
        this.periods = new Periods(tokens, this);
    }

    /** The expressions between two tokens, in order, without overlaps. */
    List<Dated> find(int from, int to) {
        List<Dated> found = new ArrayList<>();
        int i = from;
        while (i < to) {
            Days days = mayOpen(i) ? at(i, to) : null;
            if (days == null) {
                i++;
                continue;
            }
            boolean led = i > from && (tokens.isIn(i - 1, LEADS) || tokens.is(i - 1, "between"));
            int start = led ? i - 1 : i;
            boolean since = tokens.is(start, "since") || tokens.is(start - 1, "since");
            Days meant = since ? untilPublished(days) : days;
            if (meant != null) {
                found.add(dated(start, meant));
                last = meant.to;
            }
            i = end;
        }
        return found;
    }

    private boolean mayOpen(int i) {
        char first = tokens.tokens().text().charAt(tokens.tokens().start(i));
        return tokens.tokens().capitalised(i) || first < 'a' || first > 'z' || tokens.isIn(i, OPENERS);
    }

    private Dated dated(int start, Days days) {
        int from = tokens.tokens().start(start);
        String words = tokens.tokens().text().substring(from, tokens.tokens().end(end - 1));
        return new Dated(start, end, new When(days.from, days.to, words));
    }

    private @Nullable Days untilPublished(Days days) {
        return published == null || published.isBefore(days.from) ? null : new Days(days.from, published);
    }

    /** The days meant by an expression that begins here; sets {@link #end}. */
    private @Nullable Days at(int i, int to) {
        end = i + 1;
        Days period = days(periods.absolute(i, to));
        if (period != null) {
            return period;
        }
        Days absolute = tokens.tokens().kind(i) == TokenKind.NUMBER ? numeric(i, to) : month(i, to);
        return absolute != null || published == null ? absolute : relative(i, to, published);
    }

    private @Nullable Days numeric(int i, int to) {
        int day = number(i);
        Month month = i + 1 < to ? monthAt(i + 1) : null;
        if (month != null && day >= 1 && day <= 31) {
            end = i + 2;
            return withYear(month, day, i + 2, to);
        }
        Days range = rangeBefore(i, to);
        if (range != null) {
            return range;
        }
        Days years = years(i, to);
        if (years != null) {
            return years;
        }
        boolean led = tokens.isIn(i - 1, LEADS) || tokens.is(i - 1, "the") || tokens.isPossessive(Math.max(0, i - 1));
        if (led && isYear(i)) {
            return new Days(LocalDate.of(day, 1, 1), LocalDate.of(day, 12, 31));
        }
        return null;
    }

    /** "between 1992 and 1995", "from 2014 to 2019", but no number of people. */
    private @Nullable Days years(int i, int to) {
        boolean joint = i + 2 < to
                && (tokens.is(i - 1, "between") && tokens.is(i + 1, "and")
                        || tokens.is(i - 1, "from")
                                && (tokens.is(i + 1, "to")
                                        || tokens.is(i + 1, "until")
                                        || tokens.is(i + 1, "through")));
        if (!joint || !isYear(i) || !isYear(i + 2) || number(i + 2) <= number(i)) {
            return null;
        }
        int next = i + 3;
        if (next < to && tokens.isWord(next) && !tokens.has(next, ENDS_PHRASE)) {
            return null;
        }
        end = next;
        return new Days(LocalDate.of(number(i), 1, 1), LocalDate.of(number(i + 2), 12, 31));
    }

    /** "3 to 5 March", "3-5 March 2022". */
    private @Nullable Days rangeBefore(int i, int to) {
        boolean joint = i + 3 < to && (tokens.is(i + 1, "to") || tokens.is(i + 1, "and") || tokens.is(i + 1, "-"));
        Month month = joint ? monthAt(i + 3) : null;
        int first = month == null ? -1 : number(i);
        int second = month == null ? -1 : number(i + 2);
        if (month == null || first < 1 || second <= first || second > 31) {
            return null;
        }
        end = i + 4;
        Days until = withYear(month, second, i + 4, to);
        return until == null ? null : new Days(until.to.withDayOfMonth(first), until.to);
    }

    /** "March 3 to 5", "March 3-5, 2022", with the first day read already. */
    private @Nullable Days rangeAfter(Month month, int first, int to) {
        boolean joint = end + 1 < to && (tokens.is(end, "to") || tokens.is(end, "and") || tokens.is(end, "-"));
        int second = joint ? number(end + 1) : -1;
        if (second <= first || second > 31 || end + 2 < to && monthAt(end + 2) != null) {
            return null;
        }
        int next = end + 2;
        int before = end;
        end = next;
        Days until = withYear(month, second, tokens.is(next, ",") && next + 1 < to ? next + 1 : next, to);
        end = until == null ? before : end;
        return until == null ? null : new Days(until.to.withDayOfMonth(first), until.to);
    }

    private @Nullable Days month(int i, int to) {
        Month month = monthAt(i);
        if (month == null) {
            return null;
        }
        int next = i + 1 < to && tokens.is(i + 1, ".") ? i + 2 : i + 1;
        int day = next < to ? number(next) : -1;
        if (day >= 1 && day <= 31) {
            end = next + 1;
            Days range = rangeAfter(month, day, to);
            if (range != null) {
                return range;
            }
            return withYear(month, day, tokens.is(end, ",") && end + 1 < to ? end + 1 : end, to);
        }
        boolean certain = next < to && isYear(next) || tokens.isIn(i - 1, LEADS) || tokens.is(i - 1, "last");
        if (!certain) {
            return null;
        }
        return partOf(i, withYear(month, 0, next, to));
    }

    /** "the beginning of March" is its first ten days, and so on. */
    private @Nullable Days partOf(int i, @Nullable Days month) {
        if (month == null || month.from.equals(month.to)) {
            return month;
        }
        String lead = tokens.is(i - 1, "of") ? tokens.norm(Math.max(0, i - 2)) : tokens.norm(Math.max(0, i - 1));
        return switch (lead) {
            case "beginning", "start", "early" -> new Days(month.from, month.from.plusDays(9));
            case "middle", "mid" -> new Days(month.from.plusDays(9), month.from.plusDays(19));
            case "end", "late" -> new Days(month.from.plusDays(19), month.to);
            default -> month;
        };
    }

    /** A day or, with day 0, a month, in the year that follows or else in the last one that fits. */
    private @Nullable Days withYear(Month month, int day, int at, int to) {
        if (at < to && isYear(at)) {
            end = at + 1;
            return in(number(at), month, day);
        }
        if (published == null) {
            return null;
        }
        Days days = in(published.getYear(), month, day);
        return days != null && days.from.isAfter(published) ? in(published.getYear() - 1, month, day) : days;
    }

    private static @Nullable Days in(int year, Month month, int day) {
        LocalDate first = LocalDate.of(year, month, 1);
        if (day > first.lengthOfMonth()) {
            return null;
        }
        return day > 0
                ? Days.of(first.withDayOfMonth(day))
                : new Days(first, first.plusMonths(1).minusDays(1));
    }

    private @Nullable Days days(@Nullable Period period) {
        if (period == null) {
            return null;
        }
        end = period.end();
        return new Days(period.from(), period.to());
    }

    private @Nullable Days relative(int i, int to, LocalDate today) {
        Days period = days(periods.relative(i, to, today));
        if (period != null) {
            return period;
        }
        end = i + 1;
        switch (tokens.norm(i)) {
            case "today", "tonight":
                return Days.of(today);
            case "yesterday":
                return Days.of(today.minusDays(1));
            case "tomorrow":
                return Days.of(today.plusDays(1));
            case "overnight":
                return new Days(today.minusDays(1), today);
            case "last", "past", "this", "next":
                return i + 1 < to ? unit(i, today) : null;
            default:
                Days ago = ago(i, to, today);
                ago = ago == null ? afterwards(i, to) : ago;
                DayOfWeek day = weekday(i);
                return ago != null || day == null ? ago : Days.of(today.with(TemporalAdjusters.previousOrSame(day)));
        }
    }

    /** "last week", "this month", "next Tuesday". */
    private @Nullable Days unit(int i, LocalDate today) {
        int step = tokens.is(i, "next") ? 1 : tokens.is(i, "this") ? 0 : -1;
        end = i + 2;
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step);
        LocalDate first = today.withDayOfMonth(1).plusMonths(step);
        int year = today.getYear() + step;
        switch (tokens.norm(i + 1)) {
            case "week":
                return new Days(monday, monday.plusDays(6));
            case "weekend":
                return new Days(monday.plusDays(5), monday.plusDays(6));
            case "month":
                return new Days(first, first.plusMonths(1).minusDays(1));
            case "year":
                return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            default:
                DayOfWeek day = weekday(i + 1);
                return day == null
                        ? null
                        : Days.of(today.with(
                                step > 0
                                        ? TemporalAdjusters.next(day)
                                        : step < 0
                                                ? TemporalAdjusters.previous(day)
                                                : TemporalAdjusters.nextOrSame(day)));
        }
    }

    private @Nullable Days ago(int i, int to, LocalDate today) {
        if (i + 2 >= to || !tokens.is(i + 2, "ago")) {
            return null;
        }
        int count = number(i);
        if (count < 1 || count > 9999) {
            return null;
        }
        LocalDate day =
                switch (tokens.norm(i + 1)) {
                    case "hour", "hours" -> today.minusDays(count / 24);
                    case "day", "days" -> today.minusDays(count);
                    case "week", "weeks" -> today.minusWeeks(count);
                    case "month", "months" -> today.minusMonths(count);
                    case "year", "years" -> today.minusYears(count);
                    default -> null;
                };
        end = i + 3;
        return day == null ? null : aboutThen(tokens.norm(i + 1), day);
    }

    /** "Two days later", "a week after the attack": from the last day that the text gave. */
    private @Nullable Days afterwards(int i, int to) {
        LocalDate since = last;
        int count = since == null || i + 2 >= to ? -1 : number(i);
        if (since == null || count < 1 || count > 99) {
            return null;
        }
        boolean after = tokens.is(i + 2, "later") || tokens.is(i + 2, "after") || tokens.is(i + 2, "afterwards");
        boolean before = tokens.is(i + 2, "earlier") || tokens.is(i + 2, "before");
        if (!after && !before) {
            return null;
        }
        int step = after ? count : -count;
        LocalDate day =
                switch (tokens.norm(i + 1)) {
                    case "day", "days" -> since.plusDays(step);
                    case "week", "weeks" -> since.plusWeeks(step);
                    case "month", "months" -> since.plusMonths(step);
                    case "year", "years" -> since.plusYears(step);
                    default -> null;
                };
        end = i + 3;
        return day == null ? null : aboutThen(tokens.norm(i + 1), day);
    }

    /** "Two weeks ago" allows the days around it, "two years ago" the whole year. */
    private static Days aboutThen(String unit, LocalDate day) {
        if (unit.startsWith("week")) {
            return new Days(day.minusDays(3), day.plusDays(3));
        } else if (unit.startsWith("month")) {
            LocalDate first = day.withDayOfMonth(1);
            return new Days(first, first.plusMonths(1).minusDays(1));
        } else if (unit.startsWith("year")) {
            return new Days(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
        }
        return Days.of(day);
    }

    private @Nullable Month monthAt(int i) {
        return tokens.tokens().capitalised(i) ? Calendar.month(tokens.norm(i)) : null;
    }

    private @Nullable DayOfWeek weekday(int i) {
        return tokens.tokens().capitalised(i) ? Calendar.weekday(tokens.norm(i)) : null;
    }

    boolean isYear(int i) {
        int year = number(i);
        return year >= 1800 && year <= 2199 && tokens.norm(i).length() == 4;
    }

    /** The number that a token writes, "24th" and "two" included; -1 if none or too large to matter. */
    int number(int i) {
        String norm = tokens.norm(i);
        Integer word = NUMBERS.get(norm);
        if (word != null) {
            return word;
        }
        int value = 0;
        int digits = 0;
        while (digits < norm.length() && digits < 5 && Character.digit(norm.charAt(digits), 10) >= 0) {
            value = value * 10 + Character.digit(norm.charAt(digits++), 10);
        }
        String rest = norm.substring(digits);
        boolean whole =
                rest.isEmpty() || rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th");
        return digits > 0 && whole ? value : -1;
    }
}
