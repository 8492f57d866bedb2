package io.vedette.text.watch;

import io.vedette.text.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on what is mentioned.  It stands at the words that a mention touches. */
final class MentionOf implements Standing {

    private final String source;
    private final Sort sort;

    /** Which mentions are meant. */
    interface Sort {

        /** The mentions of an article that may be such, in their order, each once; null for all. */
        default @Nullable List<Integer> candidates(MatchableArticle article) {
            return null;
        }

        /** Whether a candidate is such a mention. */
        boolean has(MatchableArticle article, int number);

        /** What is to be told of one that is; null for nothing. */
        default @Nullable String detail(Mention mention) {
            return null;
        }

        /** How close the article came, in words for a reader; null where it did not. */
        @Nullable
        String miss(MatchableArticle article);
    }

    MentionOf(String source, Sort sort) {
        this.source = source;
        this.sort = sort;
    }

    /** Told of each mention that is meant and in the scope. */
    private interface Told {
        /** @return whether to go on */
        boolean mention(int number);
    }

    private void each(Scope scope, Told told) {
        MatchableArticle article = scope.article();
        List<Integer> candidates = sort.candidates(article);
        int count = candidates == null ? article.annotations().mentions().size() : candidates.size();
        for (int i = 0; i < count; i++) {
            int number = candidates == null ? i : candidates.get(i);
            if (sort.has(article, number) && scope.has(number) && !told.mention(number)) {
                return;
            }
        }
    }

    @Override
    public boolean holds(Scope scope) {
        boolean[] found = {false};
        each(scope, number -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    @Override
    public void find(Scope scope, Runs into) {
        each(scope, number -> {
            if (scope.article().endWord(number) > scope.article().firstWord(number)) {
                into.add(scope.article().firstWord(number), scope.article().endWord(number) - 1);
            }
            return true;
        });
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        int[] found = {0};
        each(scope, number -> {
            if (wanted) {
                reasons.mention(source, number, sort.detail(scope.mention(number)));
            }
            return ++found[0] < reasons.occurrences() && wanted;
        });
        return found[0] > 0;
    }

    @Override
    public void report(Scope scope, int first, int last, Reasons reasons) {
        each(scope, number -> {
            if (scope.article().firstWord(number) == first && scope.article().endWord(number) - 1 == last) {
                reasons.mention(source, number, sort.detail(scope.mention(number)));
            }
            return true;
        });
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean holds = holds(scope);
        return Explanation.clause(source, holds, holds ? null : miss(scope));
    }

    private @Nullable String miss(Scope scope) {
        boolean elsewhere = holds(Scope.of(scope.article()));
        return !elsewhere
                ? sort.miss(scope.article())
                : scope.claim() < 0
                        ? "it is mentioned elsewhere in the article"
                        : "it is mentioned, but not in this claim";
    }
}
