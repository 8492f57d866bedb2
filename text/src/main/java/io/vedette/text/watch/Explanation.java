package io.vedette.text.watch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a query, or a part of it, came out for one article: a tree as the query's own.
 *
 * @param operator AND, OR, NOT, SENTENCE, PARAGRAPH, TITLE, NEAR, THEN, ATLEAST, SCORE, CLAIM; CLAUSE where it has no parts
 * @param text of a clause as the query writes it; of others what goes with the operator, such as {@code NEAR/5}
 * @param holds whether it is true of the article
 * @param nearest why not, or how close it came, in words for a reader; null when it is true, or there is nothing to say
 * @param parts what it is made of, in the order of the query.  Those of a SENTENCE are held against the article, unless a
 *     sentence makes it true; those of a CLAIM against the claim that came closest
 */
public record Explanation(
        String operator,
        String text,
        boolean holds,
        @Nullable String nearest,
        List<Explanation> parts) {

    /** The operator of what has no parts. */
    public static final String CLAUSE = "CLAUSE";

    public Explanation {
        parts = List.copyOf(parts);
    }

    static Explanation clause(String source, boolean holds, @Nullable String nearest) {
        return new Explanation(CLAUSE, source, holds, holds ? null : nearest, List.of());
    }

    /**
     * The first thing, in the order of the query, that would have to be otherwise for the whole to be true: a clause that
     * is not fulfilled, or under NOT one that is.
     *
     * @return empty when the whole is true
     */
    public Optional<Explanation> firstFailure() {
        return holds ? Optional.empty() : Optional.of(culprit(true));
    }

    private Explanation culprit(boolean wanted) {
        boolean inside = operator.equals("NOT") ? !wanted : wanted;
        for (Explanation part : parts) {
            if (part.holds != inside) {
                return part.culprit(inside);
            }
        }
        return this;
    }

    /** The tree, a line for each part: {@code + } before what is true and {@code - } before what is not. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(0, text);
        return text.toString();
    }

    private void write(int depth, StringBuilder to) {
        to.append("  ".repeat(depth)).append(holds ? "+ " : "- ").append(text);
        if (nearest != null) {
            to.append(": ").append(nearest);
        }
        to.append('\n');
        parts.forEach(part -> part.write(depth + 1, to));
    }
}
