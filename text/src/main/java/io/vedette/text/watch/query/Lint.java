package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warns of queries that can be watched but are probably not what was meant: that can never match, match by chance, say a
 * thing twice, or cost much.  It errs to the side of silence.
 */
public final class Lint {

    private static final int NAMED = 4;

    private final Query query;
    private final Names names;
    private final Sense sense = new Sense();
    private final ClaimLint claims;
    private final Set<String> named = new HashSet<>();
    private final Set<Warning> warnings = new LinkedHashSet<>();

    private Lint(Query query, Entities entities, Surroundings known) {
        this.query = query;
        this.claims = new ClaimLint(known);
        this.names = new Names(entities);
    }

    /**
     * Something that its author should look at.
     *
     * @param line of the query, from 1
     * @param column in that line, in UTF-16 code units from 1
     * @param text what is odd, in a few words
     * @param suggestion what to write instead, or do about it; null where there is nothing to say
     */
    public record Warning(
            int line, int column, String text, @Nullable String suggestion) {}

    /**
     * What is odd about a query.
     *
     * @param entities those that it was parsed with
     * @return by where it stands; empty when there is nothing
     */
    public static List<Warning> of(Query query, Entities entities) {
        return of(query, entities, Surroundings.UNKNOWN);
    }

    /**
     * The same for somebody who knows more than the query.
     *
     * @param known what subtypes there are, when the watch is valid
     */
    public static List<Warning> of(Query query, Entities entities, Surroundings known) {
        Lint lint = new Lint(query, entities, known);
        query.parts().forEach(part -> {
            lint.look(part);
            Cost.common(part).forEach(word -> lint.warn(word, Cost.COMMON, "add what makes it rare"));
        });
        return lint.warnings.stream()
                .sorted(Comparator.comparingInt(Warning::line).thenComparingInt(Warning::column))
                .toList();
    }

    /** The same text for all queries that ask the same, however they write it. */
    public static String sense(Query query) {
        return new Sense().of(query);
    }

    /**
     * Watches that ask the same, however they write it.
     *
     * @param watches by their ids
     * @return ids of watches that repeat each other, by the first of them
     */
    public static List<List<String>> repeats(Map<String, Query> watches) {
        Map<String, List<String>> bySense = new LinkedHashMap<>();
        new TreeMap<>(watches).forEach((id, query) -> bySense.computeIfAbsent(sense(query), same -> new ArrayList<>())
                .add(id));
        return bySense.values().stream()
                .filter(ids -> ids.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    /** From the inside out, so that what is told of the parts is there already and takes no stack. */
    private void look(Expression expression) {
        for (Expression part : Parts.of(expression)) {
            look(part);
        }
        if (expression instanceof Expression.All all) {
            Contradictions.in(all.parts(), sense)
                    .forEach((part, why) -> warnLast(part, "this can never match: " + why, null));
            ranges(all.parts());
            twice(all.parts(), "AND");
            needless(all.parts(), true);
            subtypes(all.parts());
            apart(all.parts());
            operators(all.parts());
        } else if (expression instanceof Expression.Any any) {
            twice(any.parts(), "OR");
            needless(any.parts(), false);
        } else if (expression instanceof Expression.Score score) {
            unreachable(score);
        } else if (expression instanceof Expression.Reported reported) {
            subtypes(List.of(reported.condition()));
        } else if (expression instanceof Expression.Clause clause) {
            clause(clause);
        }
        sense.of(expression);
    }

    private void clause(Expression.Clause clause) {
        String costly = Cost.of(clause);
        if (costly != null) {
            warn(clause, costly, "begin with letters, and say three of them or more");
        }
        if (clause instanceof Expression.Phrase && clause.source().endsWith("?\"")) {
            warn(clause, "? stands for one letter here", "leave it out where it only ends a question");
        }
        ClaimLint.Oddity odd = clause instanceof Expression.Happened happened ? claims.day(happened) : null;
        if (odd != null) {
            warn(clause, odd.text(), odd.suggestion());
        }
        if (clause instanceof Expression.Actor actor) {
            named(actor, MentionKind.ACTOR, actor.name(), true);
        } else if (clause instanceof Expression.Place place) {
            named(place, MentionKind.PLACE, place.name(), place.inside());
        }
    }

    /** Others of the same name that are not asked for. */
    private void named(Expression.Clause clause, MentionKind kind, String name, boolean inside) {
        if (!named.add(clause.source())) {
            return;
        }
        Names.Meaning meaning = names.of(kind, name, inside);
        List<String> passed = meaning.passedOver();
        if (!passed.isEmpty()) {
            String others =
                    passed.stream().limit(NAMED).map(id -> names.told(kind, id)).collect(Collectors.joining(", "));
            String chosen =
                    meaning.chosen().stream().map(id -> names.told(kind, id)).collect(Collectors.joining(", "));
            warn(clause, name + " is taken for " + chosen, "others: " + others + (passed.size() > NAMED ? ", …" : ""));
        }
    }

    private void ranges(List<Expression> parts) {
        Ranges.contradictions(parts)
                .forEach((part, why) -> warnLast(part, why, "change one of the two, or put OR between them"));
    }

    private void needless(List<Expression> parts, boolean all) {
        Ranges.redundant(parts, all)
                .forEach((part, other) -> warnLast(part, first(other) + " says as much already", "leave it out"));
    }

    private void subtypes(List<Expression> parts) {
        for (Expression part : parts) {
            ClaimLint.Oddity odd =
                    part instanceof Expression.ClaimOfSubtype subtype ? claims.subtype(subtype, parts) : null;
            if (odd != null) {
                warn(part, odd.text(), odd.suggestion());
            }
        }
    }

    private void twice(List<Expression> parts, String operator) {
        Set<String> seen = new LinkedHashSet<>();
        for (Expression part : parts) {
            if (!seen.add(sense.of(part))) {
                warnLast(part, "this is said twice, with " + operator + " between", "leave one out");
            }
        }
    }

    /** A claim and a place side by side, which may be in two sentences. */
    private void apart(List<Expression> parts) {
        List<Expression.Clause> places = new ArrayList<>();
        parts.forEach(part -> places(part, places));
        for (Expression part : parts) {
            if (!places.isEmpty() && part instanceof Expression.Reported reported && !hasPlace(reported.condition())) {
                warn(
                        reported,
                        "this claim and " + places.get(0).source() + " may stand in different sentences",
                        "write " + Together.of(reported, places));
            }
        }
    }

    private static void places(Expression part, List<Expression.Clause> to) {
        if (part instanceof Expression.Place
                || part instanceof Expression.InCountry
                || part instanceof Expression.InRadius
                || part instanceof Expression.InBox) {
            to.add((Expression.Clause) part);
        }
    }

    private static boolean hasPlace(Expression condition) {
        List<Expression.Clause> places = new ArrayList<>();
        places(condition, places);
        return !places.isEmpty() || Parts.of(condition).stream().anyMatch(Lint::hasPlace);
    }

    private void operators(List<Expression> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String word = parts.get(i) instanceof Expression.Word each ? each.source() : "";
            String upper = word.toUpperCase(Locale.ROOT);
            boolean operator = upper.equals("NOT") || i > 0 && (upper.equals("AND") || upper.equals("OR"));
            if (operator && i + 1 < parts.size()) {
                warn(parts.get(i), word + " is a word to look for here", "write " + upper + " for the operator");
            }
        }
    }

    private void unreachable(Expression.Score score) {
        double most = score.parts().stream()
                .mapToDouble(part -> Math.max(0, part.weight()))
                .sum();
        if (most < score.threshold()) {
            String sum = Values.written(most) + " of " + Values.written(score.threshold());
            warn(score, "this can never match: its weights add up to " + sum + " at most", "lower the threshold");
        }
    }

    private void warn(Expression at, String text, @Nullable String suggestion) {
        warn(query.source().indexOf(first(at)), text, suggestion);
    }

    /** Of what stands there more than once. */
    private void warnLast(Expression at, String text, @Nullable String suggestion) {
        warn(query.source().lastIndexOf(first(at)), text, suggestion);
    }

    private void warn(int offset, String text, @Nullable String suggestion) {
        QueryException place = new QueryException(query.source(), Math.max(0, offset), text, suggestion);
        warnings.add(new Warning(place.line(), place.column(), text, suggestion));
    }

    /** How its first clause is written; what consists of several is told to stand there. */
    private static String first(Expression at) {
        if (at instanceof Expression.Clause clause) {
            return clause.source();
        }
        List<Expression> parts = Parts.of(at);
        return parts.isEmpty() ? "" : first(parts.get(0));
    }
}
