package io.vedette.text.watch.query;

import io.vedette.text.QuantityKind;
import io.vedette.text.watch.query.Expression.Comparison;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, lengths of time and days as a query writes them. */
final class Values {

    static final String NUMBER = "[+-]?[0-9]{1,15}(?:\\.[0-9]{1,15})?";

    /** What {@code casualties} counts. */
    static final Set<QuantityKind> CASUALTIES =
            Set.of(QuantityKind.CASUALTIES, QuantityKind.KILLED, QuantityKind.WOUNDED);

    /** Numbers of a claim by the name that a query gives them. */
    static final Map<String, Set<QuantityKind>> COUNTS = counts();

    /** All that can be compared. */
    static final Set<String> COMPARED = compared();

    private static final Pattern COMPARISON = Pattern.compile("\\s*(<=|>=|<|>|=)\\s*([^\\s()\",\\[\\]]*)");
    private static final Pattern TIME = Pattern.compile("(-?)([0-9]{1,6})([smhdw])");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Map<Character, Duration> UNITS = Map.of(
            's', Duration.ofSeconds(1),
            'm', Duration.ofMinutes(1),
            'h', Duration.ofHours(1),
            'd', Duration.ofDays(1),
            'w', Duration.ofDays(7));

    private Values() {}

    private static Map<String, Set<QuantityKind>> counts() {
        Map<String, Set<QuantityKind>> counts = new TreeMap<>();
        for (QuantityKind kind : QuantityKind.values()) {
            counts.put(kind.name().toLowerCase(Locale.ROOT), Set.of(kind));
        }
        counts.put("casualties", CASUALTIES);
        return Map.copyOf(counts);
    }

    private static Set<String> compared() {
        Set<String> names = new TreeSet<>(COUNTS.keySet());
        names.add("when");
        names.add("age");
        return Set.copyOf(names);
    }

    /** A comparison in front of the lexer: its sign and what is compared with. */
    static Compared compared(Reading reading, Lexeme name) {
        int start = reading.lexer().position();
        Matcher matcher = reading.lexer().take(COMPARISON);
        if (matcher == null || matcher.group(2).isEmpty()) {
            throw reading.error(start, "nothing to compare " + name.text() + " with", "write " + example(name.text()));
        }
        Comparison comparison = Arrays.stream(Comparison.values())
                .filter(each -> each.sign().equals(matcher.group(1)))
                .findFirst()
                .orElseThrow();
        return new Compared(comparison, matcher.group(2), matcher.start(2));
    }

    /** @param at where the value stands */
    record Compared(Comparison comparison, String value, int at) {}

    static double number(Reading reading, Compared compared, String name) {
        String value = compared.value().replace(",", "");
        if (!value.matches(NUMBER)) {
            throw reading.error(compared.at(), compared.value() + " is not a number", "write " + example(name));
        }
        return Double.parseDouble(value);
    }

    /** A length of time, without a sign; null if it is none. */
    static @Nullable Duration time(String value) {
        Matcher matcher = TIME.matcher(value);
        return matcher.matches() && matcher.group(1).isEmpty() ? time(matcher) : null;
    }

    /** A length of time behind a minus; null if it is none. */
    static @Nullable Duration ago(String value) {
        Matcher matcher = TIME.matcher(value);
        return matcher.matches() && !matcher.group(1).isEmpty() ? time(matcher) : null;
    }

    private static @Nullable Duration time(Matcher matcher) {
        Duration unit = UNITS.get(matcher.group(3).charAt(0));
        return unit == null ? null : unit.multipliedBy(Long.parseLong(matcher.group(2)));
    }

    /** A day; null if it is none. */
    static @Nullable LocalDate day(String value) {
        if (!DAY.matcher(value).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A length of time in the largest unit of which it is a multiple. */
    static String written(Duration time) {
        for (char unit : List.of('w', 'd', 'h', 'm')) {
            Duration one = UNITS.getOrDefault(unit, Duration.ZERO);
            long count = time.dividedBy(one);
            if (!time.isZero() && one.multipliedBy(count).equals(time)) {
                return count + String.valueOf(unit);
            }
        }
        return time.toSeconds() + "s";
    }

    /** A number without an exponent and without needless zeros. */
    static String written(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String example(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "when" -> "when>=-3d or when>=2024-02-24";
            case "age" -> "age<2d";
            case "confidence" -> "[confidence>=0.8]";
            default -> name + ">=10";
        };
    }
}
