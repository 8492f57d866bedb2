package io.vedette.text.watch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes an expression so that two queries which differ in case, spacing or needless parentheses only read the same,
 * and so that compiling it again gives the same meaning.
 */
final class CanonicalForm {

    private CanonicalForm() {}

    static String of(Expression expression) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream()
                    .map(part -> part instanceof Expression.Any ? grouped(part) : of(part))
                    .collect(Collectors.joining(" "));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().map(CanonicalForm::of).collect(Collectors.joining(" OR "));
        }
        if (expression instanceof Expression.Not not) {
            boolean group = not.part() instanceof Expression.All || not.part() instanceof Expression.Any;
            return "NOT " + (group ? grouped(not.part()) : of(not.part()));
        }
        return clause((Expression.Clause) expression);
    }

    private static String grouped(Expression part) {
        return "(" + of(part) + ")";
    }

    private static String clause(Expression.Clause clause) {
        if (clause instanceof Expression.Word word) {
            boolean faithful = Words.of(word.word()).equals(List.of(word.word()));
            return faithful ? (word.exact() ? "=" : "") + bare(word) : clause.source();
        }
        if (clause instanceof Expression.Phrase phrase) {
            String words = String.join(" ", phrase.words());
            return Words.of(words).equals(phrase.words()) ? "\"" + words + "\"" : clause.source();
        }
        if (clause instanceof Expression.Actor actor) {
            return "actor:\"" + actor.name().toLowerCase(Locale.ROOT) + "\"";
        }
        if (clause instanceof Expression.Place place) {
            return "place:\"" + place.name().toLowerCase(Locale.ROOT) + "\"";
        }
        return "claim:" + ((Expression.Reported) clause).type();
    }

    /** A word as it is; in quotation marks where it would read as something else without them. */
    private static String bare(Expression.Word word) {
        boolean plain = word.exact()
                || word.word().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '\'' || c == '.' || c == ',');
        return plain ? word.word() : "\"" + word.word() + "\"";
    }
}
