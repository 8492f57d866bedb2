package io.vedette.text.watch.query;

import io.vedette.text.QuantityKind;
import io.vedette.text.watch.query.Expression.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds comparisons that exclude each other, and those that others say already. */
final class Ranges {

    private static final String AGE = "age";
    private static final String DAY = "day";
    private static final String NUMBER = "number";
    private static final String LONG_AGO = "time ago";

    private Ranges() {}

    /**
     * What a comparison compares.
     *
     * @param sort only those of one sort can be held against each other
     * @param kinds of a number, which it may be; empty for all else
     * @param bound larger is later, older or more
     */
    private record Range(String sort, Set<QuantityKind> kinds, Comparison comparison, double bound) {

        boolean fromBelow() {
            return comparison == Comparison.AT_LEAST || comparison == Comparison.MORE;
        }

        boolean fromAbove() {
            return comparison == Comparison.AT_MOST || comparison == Comparison.LESS;
        }

        private boolean strict() {
            return comparison == Comparison.LESS || comparison == Comparison.MORE;
        }

        /** Whether all that this accepts is less than all that the other does. */
        boolean below(Range other) {
            return !fromBelow()
                    && !other.fromAbove()
                    && (bound < other.bound || bound == other.bound && (strict() || other.strict()));
        }

        /** Whether whatever this is true of, the other is too.  What equals is left alone. */
        boolean within(Range other) {
            if (!sort.equals(other.sort) || !other.kinds.containsAll(kinds)) {
                return false;
            }
            boolean same = bound == other.bound && (strict() || !other.strict());
            return fromBelow() && other.fromBelow() && (bound > other.bound || same)
                    || fromAbove() && other.fromAbove() && (bound < other.bound || same);
        }
    }

    /** Of parts that must all be true, the later of each two of which no single value is both, and why. */
    static Map<Expression, String> contradictions(List<Expression> parts) {
        Map<Expression, String> found = new LinkedHashMap<>();
        Map<Expression, Range> before = new LinkedHashMap<>();
        for (Expression part : parts) {
            Range range = of(part);
            if (range != null) {
                before.forEach((other, earlier) -> {
                    if (exclude(range, earlier)) {
                        found.putIfAbsent(part, why(range, part, other));
                    }
                });
                before.put(part, range);
            }
        }
        return found;
    }

    /** An article has one age; of anything else a claim may give two, and an article even have two claims. */
    private static String why(Range range, Expression part, Expression other) {
        return range.sort.equals(AGE)
                ? "this can never match: no age is both"
                : "this can hardly match: no " + range.sort + " is both " + source(other) + " and " + source(part);
    }

    /**
     * Parts that add nothing to another, and that other.
     *
     * @param all whether all parts must be true; else one is enough
     */
    static Map<Expression, Expression> redundant(List<Expression> parts, boolean all) {
        Map<Object, List<Expression>> alike = new LinkedHashMap<>();
        parts.forEach(part -> {
            Object subject = subject(part);
            if (subject != null) {
                alike.computeIfAbsent(subject, same -> new ArrayList<>()).add(part);
            }
        });
        Map<Expression, Expression> found = new LinkedHashMap<>();
        for (List<Expression> group : alike.values()) {
            for (Expression part : group) {
                for (Expression other : group) {
                    boolean needless = all ? implies(other, part) : implies(part, other);
                    if (needless && found.get(other) != part) {
                        found.putIfAbsent(part, other);
                    }
                }
            }
        }
        return found;
    }

    /** What it is about; null for what can't say more or less of the same. */
    private static @Nullable Object subject(Expression part) {
        Range range = of(part);
        if (range != null) {
            return range.sort;
        }
        if (part instanceof Expression.Place place) {
            return List.of(place.ids(), place.inside());
        }
        if (part instanceof Expression.Actor actor) {
            return actor.ids();
        }
        return part instanceof Expression.InCountry in ? in.country() : null;
    }

    /** Of two with one subject.  What is written twice is told elsewhere. */
    private static boolean implies(Expression one, Expression other) {
        if (one == other || CanonicalForm.of(one).equals(CanonicalForm.of(other))) {
            return false;
        }
        Range narrow = of(one);
        Range wide = of(other);
        return narrow != null && wide != null ? narrow.within(wide) : confidence(one) > confidence(other);
    }

    private static double confidence(Expression part) {
        if (part instanceof Expression.Place place) {
            return place.confidence();
        }
        if (part instanceof Expression.Actor actor) {
            return actor.confidence();
        }
        return part instanceof Expression.InCountry in ? in.confidence() : 0;
    }

    private static boolean exclude(Range one, Range other) {
        return one.sort.equals(other.sort) && one.kinds.equals(other.kinds) && (one.below(other) || other.below(one));
    }

    private static String source(Expression part) {
        return part instanceof Expression.Clause clause ? clause.source() : "";
    }

    /** Also of a claim of which nothing is asked but this; null for what compares nothing. */
    private static @Nullable Range of(Expression part) {
        if (part instanceof Expression.Reported reported) {
            return of(reported.condition());
        }
        if (part instanceof Expression.Aged aged) {
            return new Range(AGE, Set.of(), aged.comparison(), aged.age().toSeconds());
        }
        if (part instanceof Expression.Counted counted) {
            return new Range(NUMBER, counted.kinds(), counted.comparison(), counted.number());
        }
        if (part instanceof Expression.Happened happened) {
            return happened.day() != null
                    ? new Range(
                            DAY, Set.of(), happened.comparison(), happened.day().toEpochDay())
                    : happened.before() != null
                            ? new Range(
                                    LONG_AGO,
                                    Set.of(),
                                    happened.comparison(),
                                    -happened.before().toSeconds())
                            : null;
        }
        return null;
    }
}
