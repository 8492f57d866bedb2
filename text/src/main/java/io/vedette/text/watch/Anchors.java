package io.vedette.text.watch;

import io.vedette.text.watch.query.Expression;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of an expression: a set of which an article must have at least one for the expression to be true.  Of what
 * must all be there the rarest part is taken, of what may be there any of, every part.
 *
 * @param share the guessed share of articles that have one
 */
record Anchors(Set<Anchor> anchors, double share) {

    /** Null when the expression can be true of an article that has nothing of what it names. */
    static @Nullable Anchors of(Expression expression) {
        return of(expression, true);
    }

    /** The anchors of the expression being {@code truth}: NOT turns all into any, and a clause into nothing to find. */
    private static @Nullable Anchors of(Expression expression, boolean truth) {
        if (expression instanceof Expression.Not not) {
            return of(not.part(), !truth);
        }
        if (expression instanceof Expression.All all) {
            return truth ? rarest(all.parts(), true) : union(all.parts(), false);
        }
        if (expression instanceof Expression.Any any) {
            return truth ? union(any.parts(), true) : rarest(any.parts(), false);
        }
        return truth ? ofClause((Expression.Clause) expression) : null;
    }

    private static @Nullable Anchors rarest(List<Expression> parts, boolean truth) {
        Anchors rarest = null;
        for (Expression part : parts) {
            Anchors anchors = of(part, truth);
            if (anchors != null && (rarest == null || anchors.share < rarest.share)) {
                rarest = anchors;
            }
        }
        return rarest;
    }

    private static @Nullable Anchors union(List<Expression> parts, boolean truth) {
        Set<Anchor> union = new LinkedHashSet<>();
        for (Expression part : parts) {
            Anchors anchors = of(part, truth);
            if (anchors == null) {
                return null;
            }
            union.addAll(anchors.anchors);
        }
        return of(union);
    }

    private static Anchors ofClause(Expression.Clause clause) {
        if (clause instanceof Expression.Word word) {
            return of(Set.of(new Anchor(Anchor.Kind.WORD, word.word())));
        }
        if (clause instanceof Expression.Phrase phrase) {
            Anchor rarest = phrase.terms().stream()
                    .map(term -> new Anchor(Anchor.Kind.WORD, ((Expression.Word) term).word()))
                    .min(Comparator.comparingDouble(Anchor::share))
                    .orElseThrow();
            return of(Set.of(rarest));
        }
        if (clause instanceof Expression.Actor actor) {
            return of(ofIds(Anchor.Kind.ACTOR, actor.ids()));
        }
        if (clause instanceof Expression.Place place) {
            return of(ofIds(Anchor.Kind.PLACE, place.ids()));
        }
        return of(Set.of(new Anchor(
                Anchor.Kind.CLAIM,
                ((Expression.ClaimOfType) ((Expression.Reported) clause).condition())
                        .type()
                        .name())));
    }

    private static Set<Anchor> ofIds(Anchor.Kind kind, Set<String> ids) {
        Set<Anchor> anchors = new LinkedHashSet<>();
        ids.forEach(id -> anchors.add(new Anchor(kind, id)));
        return anchors;
    }

    private static Anchors of(Set<Anchor> anchors) {
        return new Anchors(anchors, anchors.stream().mapToDouble(Anchor::share).sum());
    }
}
