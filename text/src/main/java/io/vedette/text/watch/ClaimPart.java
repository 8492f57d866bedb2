package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Span;
import org.jspecify.annotations.Nullable;

/** A condition on one claim; false outside of any. */
record ClaimPart(String source, Test test) implements Condition {

    /** What is asked of a claim. */
    interface Test {

        boolean isTrueOf(Claim claim, MatchableArticle article);

        /** The words of the claim's field that say so; null where it is those that decided its type. */
        default @Nullable Span words(Claim claim) {
            return null;
        }

        /** What the claim says instead, in words for a reader. */
        String instead(Claim claim, MatchableArticle article);
    }

    @Override
    public boolean holds(Scope scope) {
        return scope.claim() >= 0 && test.isTrueOf(scope.article().claim(scope.claim()), scope.article());
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        boolean truth = holds(scope);
        if (truth && wanted) {
            Claim claim = scope.article().claim(scope.claim());
            Span words = test.words(claim);
            Span at = words == null ? scope.article().standing(claim) : words;
            reasons.claim(source, scope.claim(), at, test.instead(claim, scope.article()));
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        String nearest = scope.claim() < 0
                ? "it can be said of a claim only"
                : test.instead(scope.article().claim(scope.claim()), scope.article());
        return Explanation.clause(source, holds(scope), nearest);
    }
}
