package io.vedette.text.watch;

import io.vedette.text.watch.Anchor.Kind;
import io.vedette.text.watch.query.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the articles that a query is true of are found among all.
 *
 * @param anchors an article must have one of them
 * @param guard an article must have this too; null for nothing
 * @param relation of the guard to the only anchor, both stems; {@link Relation#NONE} for none
 * @param sure whether that is all
 */
record Plan(List<Anchor> anchors, @Nullable Anchor guard, int relation, boolean sure) {

    /** Of a query that has requirements: see {@link Requirements#of}. */
    static Plan of(Expression expression) {
        Plan plan = ofWords(expression);
        if (plan == null && expression instanceof Expression.All all) {
            plan = ofAll(all);
        }
        return plan == null ? of(Requirements.of(expression)) : plan;
    }

    private static Plan of(List<Requirement> requirements) {
        Anchor guard = null;
        for (int i = 1; i < requirements.size() && guard == null; i++) {
            guard = alone(requirements.get(i));
        }
        return new Plan(requirements.get(0).anchors(), guard, Relation.NONE, false);
    }

    /** The only anchor, if it tells something. */
    private static @Nullable Anchor alone(Requirement requirement) {
        Anchor anchor = requirement.anchors().get(0);
        return requirement.anchors().size() > 1 || anchor.kind() == Kind.ALWAYS || anchor.kind() == Kind.CLAIMED
                ? null
                : anchor;
    }

    /** Of a word, of words side by side, of two near each other; null of anything else. */
    private static @Nullable Plan ofWords(Expression expression) {
        Anchor word = stem(expression);
        if (word != null) {
            return new Plan(List.of(word), null, Relation.NONE, true);
        } else if (expression instanceof Expression.Phrase phrase) {
            return ofPhrase(phrase.terms());
        } else if (expression instanceof Expression.Near near) {
            Anchor left = stem(near.left());
            Anchor right = stem(near.right());
            return left == null || right == null || near.distance() >= Relation.FURTHEST
                    ? null
                    : pair(
                            left,
                            right,
                            Relation.of(near.ordered() ? 1 : -near.distance() - 1, near.distance() + 1),
                            true);
        }
        return null;
    }

    private static @Nullable Anchor stem(Expression expression) {
        return expression instanceof Expression.Word word && word.form() == Expression.Form.STEM
                ? new Anchor(Kind.STEM, word.word())
                : null;
    }

    /** The two rarest words of a phrase; of one of two words that is all. */
    private static @Nullable Plan ofPhrase(List<Expression.Term> terms) {
        int rarest = -1;
        int next = -1;
        for (int i = 0; i < terms.size(); i++) {
            Anchor word = stem(terms.get(i));
            if (word == null) {
                return null;
            }
            if (rarest < 0 || word.share() < new Anchor(Kind.STEM, word(terms, rarest)).share()) {
                next = rarest;
                rarest = i;
            } else if (next < 0 || word.share() < new Anchor(Kind.STEM, word(terms, next)).share()) {
                next = i;
            }
        }
        if (next < 0 || terms.size() > Relation.FURTHEST) {
            return null;
        }
        Anchor guard = new Anchor(Kind.STEM, word(terms, next));
        List<Anchor> anchors = List.of(new Anchor(Kind.STEM, word(terms, rarest)));
        return new Plan(anchors, guard, Relation.of(next - rarest, next - rarest), terms.size() == 2);
    }

    private static String word(List<Expression.Term> terms, int i) {
        return ((Expression.Word) terms.get(i)).word();
    }

    private static Plan pair(Anchor left, Anchor right, int relation, boolean sure) {
        return left.share() <= right.share()
                ? new Plan(List.of(left), right, relation, sure)
                : new Plan(List.of(right), left, relation == 0 ? 0 : Relation.reversed(relation), sure);
    }

    /** Of two words, which is all; else as its rarest part, unless another one guards it better. */
    private static @Nullable Plan ofAll(Expression.All all) {
        List<Expression> parts = all.parts();
        Anchor left = stem(parts.get(0));
        Anchor right = parts.size() == 2 ? stem(parts.get(1)) : null;
        if (left != null && right != null) {
            return pair(left, right, Relation.NONE, true);
        }
        List<Requirement> requirements = Requirements.of(all);
        for (Expression part : parts) {
            Plan plan = part instanceof Expression.Phrase || part instanceof Expression.Near ? ofWords(part) : null;
            if (plan != null && requirements.get(0).anchors().equals(plan.anchors())) {
                return new Plan(plan.anchors(), plan.guard(), plan.relation(), false);
            }
        }
        return null;
    }
}
