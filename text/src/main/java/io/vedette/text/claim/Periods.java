package io.vedette.text.claim;

import io.vedette.text.token.TokenKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of time that name a stretch of days: "the past three weeks", "over the weekend", "last night", "the second
 * quarter of 2024", "the 1990s", "summer 2023", "2024-03-05".  One object serves one field.
 */
final class Periods {

    /** The days of an expression and one past its last token. */
    record Period(LocalDate from, LocalDate to, int end) {}

    private static final Map<String, Integer> QUARTERS =
            Map.of("q1", 1, "q2", 2, "q3", 3, "q4", 4, "first", 1, "second", 2, "third", 3, "fourth", 4);

    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);

    private final FieldTokens tokens;
    private final WhenFinder numbers;

    Periods(FieldTokens tokens, WhenFinder numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    /** A period that needs no day of publication, or whose year follows. */
    @Nullable
    Period absolute(int i, int to) {
        Period iso = iso(i, to);
        return iso != null ? iso : decade(i);
    }

    private @Nullable Period iso(int i, int to) {
        if (i + 4 >= to
                || tokens.tokens().kind(i) != TokenKind.NUMBER
                || tokens.norm(i).length() != 4) {
            return null;
        }
        boolean joined = tokens.isHyphen(i + 1) && tokens.isHyphen(i + 3);
        int year = numbers.number(i);
        int month = joined ? numbers.number(i + 2) : -1;
        int day = joined ? numbers.number(i + 4) : -1;
        if (year < 1800
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        return new Period(date, date, i + 5);
    }

    /** "the 1990s". */
    private @Nullable Period decade(int i) {
        String norm = tokens.norm(i);
        boolean decade = norm.length() == 5 && norm.endsWith("0s") && (norm.startsWith("1") || norm.startsWith("2"));
        for (int c = 0; decade && c < 4; c++) {
            decade = norm.charAt(c) >= '0' && norm.charAt(c) <= '9';
        }
        if (!decade) {
            return null;
        }
        int year = Integer.parseInt(norm.substring(0, 4));
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31), i + 1);
    }

    /** A period that is understood from the day of publication. */
    @Nullable
    Period relative(int i, int to, LocalDate today) {
        switch (tokens.norm(i)) {
            case "last", "past", "recent", "coming", "next":
                return i + 1 < to ? units(i, to, today) : null;
            case "this":
                return i + 1 < to && isPartOfDay(i + 1) ? new Period(today, today, i + 2) : null;
            case "weekend":
                LocalDate saturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
                return new Period(saturday, saturday.plusDays(1), i + 1);
            case "earlier", "later":
                return earlier(i, to, today);
            default:
                Period quarter = quarter(i, to, today);
                return quarter != null ? quarter : season(i, to);
        }
    }

    private boolean isPartOfDay(int i) {
        return switch (tokens.norm(i)) {
            case "morning", "afternoon", "evening" -> true;
            default -> false;
        };
    }

    /** "last night", "the past three weeks", "the coming days". */
    private @Nullable Period units(int i, int to, LocalDate today) {
        if (tokens.is(i, "last") && tokens.is(i + 1, "night")) {
            return new Period(today.minusDays(1), today, i + 2);
        }
        boolean ahead = tokens.is(i, "coming") || tokens.is(i, "next");
        int count = numbers.number(i + 1);
        int unit = count > 0 ? i + 2 : i + 1;
        if (unit >= to || count > 999) {
            return null;
        }
        long some = count > 0 ? count : tokens.norm(unit).endsWith("s") ? 3 : 0;
        LocalDate other =
                switch (tokens.norm(unit)) {
                    case "hours" -> today.minusDays(ahead ? -1 - some / 24 : (some + 23) / 24);
                    case "days" -> today.minusDays(ahead ? -some : some);
                    case "weeks" -> today.minusWeeks(ahead ? -some : some);
                    case "months" -> today.minusMonths(ahead ? -some : some);
                    case "years" -> count > 0 ? today.minusYears(ahead ? -some : some) : null;
                    default -> null;
                };
        if (other == null || some == 0) {
            return null;
        }
        return ahead ? new Period(today, other, unit + 1) : new Period(other, today, unit + 1);
    }

    /** "earlier this week": from its first day to today. */
    private @Nullable Period earlier(int i, int to, LocalDate today) {
        if (i + 2 >= to || !tokens.is(i + 1, "this")) {
            return null;
        }
        boolean past = tokens.is(i, "earlier");
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (tokens.norm(i + 2)) {
            case "week" -> part(past, monday, monday.plusDays(6), today, i + 3);
            case "month" ->
                part(past, today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()), today, i + 3);
            case "year" ->
                part(past, today.withDayOfYear(1), today.with(TemporalAdjusters.lastDayOfYear()), today, i + 3);
            default -> null;
        };
    }

    private static Period part(boolean past, LocalDate first, LocalDate last, LocalDate today, int end) {
        return past ? new Period(first, today, end) : new Period(today, last, end);
    }

    /** "Q1 2024", "the third quarter". */
    private @Nullable Period quarter(int i, int to, LocalDate today) {
        Integer quarter = QUARTERS.get(tokens.norm(i));
        boolean named = tokens.norm(i).length() == 2;
        if (quarter == null || !named && (i + 1 >= to || !tokens.is(i + 1, "quarter"))) {
            return null;
        }
        int end = named ? i + 1 : i + 2;
        int at = end < to && tokens.is(end, "of") ? end + 1 : end;
        boolean dated = at < to && numbers.isYear(at);
        int year = dated ? numbers.number(at) : today.getYear();
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        first = !dated && first.isAfter(today) ? first.minusYears(1) : first;
        return new Period(first, first.plusMonths(3).minusDays(1), dated ? at + 1 : end);
    }

    /** "summer 2023", "the spring of 2022". */
    private @Nullable Period season(int i, int to) {
        Integer month = SEASONS.get(tokens.norm(i));
        int at = i + 1 < to && tokens.is(i + 1, "of") ? i + 2 : i + 1;
        if (month == null || at >= to || !numbers.isYear(at)) {
            return null;
        }
        LocalDate first = LocalDate.of(numbers.number(at), month, 1);
        return new Period(first, first.plusMonths(3).minusDays(1), at + 1);
    }
}
