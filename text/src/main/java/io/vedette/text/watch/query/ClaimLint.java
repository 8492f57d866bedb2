package io.vedette.text.watch.query;

import io.vedette.text.ClaimType;
import io.vedette.text.watch.query.Expression.Comparison;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is odd about a clause of a claim, by what is known beside the query. */
final class ClaimLint {

    private final Surroundings known;

    ClaimLint(Surroundings known) {
        this.known = known;
    }

    /** What is odd, and what to do about it. */
    record Oddity(String text, String suggestion) {}

    /**
     * Of a subtype among parts that must all be true.
     *
     * @return null where there is nothing odd
     */
    @Nullable
    Oddity subtype(Expression.ClaimOfSubtype subtype, List<Expression> beside) {
        ClaimType type = known.subtypes().get(subtype.subtype());
        if (known.subtypes().isEmpty()) {
            return null;
        }
        if (type == null) {
            String nearest = Nearest.of(subtype.subtype(), known.subtypes().keySet());
            return new Oddity("no claim has the subtype " + subtype.subtype(), "did you mean subtype:" + nearest + "?");
        }
        Set<ClaimType> asked = EnumSet.allOf(ClaimType.class);
        beside.forEach(part -> asked.retainAll(types(part)));
        if (asked.contains(type)) {
            return null;
        }
        String others = known.subtypes().entrySet().stream()
                .filter(entry -> asked.contains(entry.getValue()))
                .map(entry -> entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return new Oddity(
                "this can never match: " + subtype.subtype() + " is a subtype of " + type,
                "write type:" + type + (others.isEmpty() ? "" : ", or a subtype of what is asked for: " + others));
    }

    /** The types that a claim may have for which that is true. */
    private static Set<ClaimType> types(Expression part) {
        if (part instanceof Expression.ClaimOfType only) {
            return EnumSet.of(only.type());
        }
        if (part instanceof Expression.Any any) {
            Set<ClaimType> types = EnumSet.noneOf(ClaimType.class);
            any.parts().forEach(branch -> types.addAll(types(branch)));
            return types;
        }
        return EnumSet.allOf(ClaimType.class);
    }

    /**
     * Of a day outside the time in which the watch is valid.
     *
     * @return null where there is nothing odd
     */
    @Nullable
    Oddity day(Expression.Happened happened) {
        LocalDate day = happened.day();
        Comparison comparison = happened.comparison();
        LocalDate until = known.until();
        if (day != null && until != null && day.isAfter(until) && comparison.compareTo(Comparison.EQUAL) >= 0) {
            return new Oddity(
                    "the watch ends before that: it is valid until " + until + ", and sees only what is foretold",
                    "change " + name(happened) + " or validUntil");
        }
        LocalDate from = known.from();
        if (day != null && from != null && day.isBefore(from) && comparison.compareTo(Comparison.EQUAL) <= 0) {
            return new Oddity(
                    "the watch begins after that: it is valid from " + from + ", and sees only what is told later",
                    "change " + name(happened) + " or validFrom");
        }
        return null;
    }

    private static String name(Expression.Happened happened) {
        return happened.source().toLowerCase(Locale.ROOT);
    }
}
