package io.vedette.text.watch.query;

import java.util.List;
import java.util.Locale;

/**
 * Writes an expression so that two queries which differ in case, spacing or needless parentheses only read the same,
 * and so that compiling it again gives the same meaning.
 */
final class CanonicalForm {

    private CanonicalForm() {}

    static String of(Expression expression) {
        StringBuilder form = new StringBuilder();
        write(expression, form);
        return form.toString();
    }

    private static void write(Expression expression, StringBuilder to) {
        if (expression instanceof Expression.All all) {
            for (int i = 0; i < all.parts().size(); i++) {
                to.append(i == 0 ? "" : " ");
                writePart(all.parts().get(i), all.parts().get(i) instanceof Expression.Any, to);
            }
        } else if (expression instanceof Expression.Any any) {
            for (int i = 0; i < any.parts().size(); i++) {
                to.append(i == 0 ? "" : " OR ");
                write(any.parts().get(i), to);
            }
        } else if (expression instanceof Expression.Not not) {
            to.append("NOT ");
            writePart(not.part(), not.part() instanceof Expression.All || not.part() instanceof Expression.Any, to);
        } else {
            to.append(clause((Expression.Clause) expression));
        }
    }

    private static void writePart(Expression part, boolean grouped, StringBuilder to) {
        to.append(grouped ? "(" : "");
        write(part, to);
        to.append(grouped ? ")" : "");
    }

    private static String clause(Expression.Clause clause) {
        if (clause instanceof Expression.Word word) {
            boolean faithful = Words.of(word.word()).equals(List.of(word.word()));
            return faithful ? (word.form() == Expression.Form.EXACT ? "=" : "") + bare(word) : clause.source();
        }
        if (clause instanceof Expression.Phrase phrase) {
            List<String> terms = phrase.terms().stream()
                    .map(term -> ((Expression.Word) term).word())
                    .toList();
            String words = String.join(" ", terms);
            return Words.of(words).equals(terms) ? "\"" + words + "\"" : clause.source();
        }
        if (clause instanceof Expression.Actor actor) {
            return "actor:\"" + actor.name().toLowerCase(Locale.ROOT) + "\"";
        }
        if (clause instanceof Expression.Place place) {
            return "place:\"" + place.name().toLowerCase(Locale.ROOT) + "\"";
        }
        return "claim:" + ((Expression.ClaimOfType) ((Expression.Reported) clause).condition()).type();
    }

    /** A word as it is; in quotation marks where it would read as something else without them. */
    private static String bare(Expression.Word word) {
        boolean plain = word.form() == Expression.Form.EXACT
                || word.word().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '\'' || c == '.' || c == ',');
        return plain ? word.word() : "\"" + word.word() + "\"";
    }
}
