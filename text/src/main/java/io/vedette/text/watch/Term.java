package io.vedette.text.watch;

import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Words;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A condition on single words. */
abstract class Term implements Standing {

    private final Expression.Term clause;

    private Term(Expression.Term clause) {
        this.clause = clause;
    }

    static Term of(Expression.Term clause) {
        if (clause instanceof Expression.Wildcard wildcard) {
            return new Wild(wildcard);
        }
        Expression.Word word = (Expression.Word) clause;
        return switch (word.form()) {
            case STEM -> new Stem(word);
            case EXACT -> new Exact(word);
            case CASE -> new Cased(word);
        };
    }

    /** Whether a word of the article is such a one. */
    abstract boolean standsAt(MatchableArticle article, int position);

    /** How the word may stand there after all, for one who finds that it does not. */
    abstract @Nullable String miss(MatchableArticle article);

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        boolean truth = holds(scope);
        if (truth && wanted) {
            Runs runs = runs(scope);
            for (int i = 0; i < Math.min(runs.count(), reasons.occurrences()); i++) {
                reasons.words(clause.source(), runs.first(i), runs.last(i));
            }
        }
        return truth;
    }

    @Override
    public void report(Scope scope, int first, int last, Reasons reasons) {
        if (first == last && scope.hasRun(first, last) && standsAt(scope.article(), first)) {
            reasons.words(clause.source(), first, last);
        }
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean holds = holds(scope);
        return Explanation.clause(clause.source(), holds, holds ? null : miss(scope));
    }

    private @Nullable String miss(Scope scope) {
        Scope whole = Scope.of(scope.article());
        return holds(whole) ? "it stands elsewhere in the article" : miss(scope.article());
    }

    static boolean holds(WordLayer layer, int group, Scope scope) {
        if (group < 0) {
            return false;
        }
        for (int i = layer.first(group); i >= 0 && i < scope.to(); i = layer.following(i)) {
            if (i >= scope.from()) {
                return true;
            }
        }
        return false;
    }

    static void find(WordLayer layer, int group, Scope scope, Runs into) {
        if (group < 0) {
            return;
        }
        for (int i = layer.first(group); i >= 0 && i < scope.to(); i = layer.following(i)) {
            if (i >= scope.from()) {
                into.add(i, i);
            }
        }
    }

    /** The same stem. */
    static final class Stem extends Term {

        private final String word;
        private final long hash;

        private Stem(Expression.Word clause) {
            super(clause);
            word = clause.word();
            hash = Tokens.hashOf(word);
        }

        /** The group of words with this stem, -1 if there is none. */
        int group(ArticleWords words) {
            return words.stems().group(words.stemmer().stemHash(word, hash));
        }

        @Override
        boolean standsAt(MatchableArticle article, int position) {
            ArticleWords words = article.words();
            return words.stems().groupAt(position) == group(words);
        }

        @Override
        public boolean holds(Scope scope) {
            return holds(scope.words().stems(), group(scope.words()), scope);
        }

        @Override
        public void find(Scope scope, Runs into) {
            find(scope.words().stems(), group(scope.words()), scope, into);
        }

        @Override
        @Nullable
        String miss(MatchableArticle article) {
            return null;
        }
    }

    /** The same norm. */
    static final class Exact extends Term {

        private final Expression.Word word;
        private final long hash;

        private Exact(Expression.Word clause) {
            super(clause);
            word = clause;
            hash = Tokens.hashOf(clause.word());
        }

        private int group(MatchableArticle article) {
            return article.words().norms().group(hash);
        }

        @Override
        boolean standsAt(MatchableArticle article, int position) {
            return article.words().norms().groupAt(position) == group(article);
        }

        @Override
        public boolean holds(Scope scope) {
            return holds(scope.words().norms(), group(scope.article()), scope);
        }

        @Override
        public void find(Scope scope, Runs into) {
            find(scope.words().norms(), group(scope.article()), scope, into);
        }

        @Override
        @Nullable
        String miss(MatchableArticle article) {
            return otherForms(article, word.word());
        }
    }

    /** Written just so. */
    static final class Cased extends Term {

        private final String word;
        private final long hash;

        private Cased(Expression.Word clause) {
            super(clause);
            word = clause.word();
            Tokens tokens = Tokens.of(word);
            hash = tokens.count() == 0 ? 0 : tokens.normHash(0);
        }

        @Override
        boolean standsAt(MatchableArticle article, int position) {
            return article.words().isWritten(position, word);
        }

        @Override
        public boolean holds(Scope scope) {
            return runs(scope).count() > 0;
        }

        @Override
        public void find(Scope scope, Runs into) {
            WordLayer norms = scope.words().norms();
            int group = norms.group(hash);
            for (int i = group < 0 ? -1 : norms.first(group); i >= 0 && i < scope.to(); i = norms.following(i)) {
                if (i >= scope.from() && scope.words().isWritten(i, word)) {
                    into.add(i, i);
                }
            }
        }

        @Override
        @Nullable
        String miss(MatchableArticle article) {
            List<String> norms = Words.of(word);
            return norms.isEmpty() ? null : otherForms(article, norms.get(0));
        }
    }

    /** Of a pattern. */
    static final class Wild extends Term {

        private final Glob glob;

        private Wild(Expression.Wildcard clause) {
            super(clause);
            glob = new Glob(clause.pattern());
        }

        @Override
        boolean standsAt(MatchableArticle article, int position) {
            return article.wildcard(glob).get(article.words().norms().groupAt(position));
        }

        @Override
        public boolean holds(Scope scope) {
            BitSet groups = scope.article().wildcard(glob);
            for (int group = groups.nextSetBit(0); group >= 0; group = groups.nextSetBit(group + 1)) {
                if (holds(scope.words().norms(), group, scope)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void find(Scope scope, Runs into) {
            BitSet groups = scope.article().wildcard(glob);
            for (int group = groups.nextSetBit(0); group >= 0; group = groups.nextSetBit(group + 1)) {
                find(scope.words().norms(), group, scope, into);
            }
        }

        @Override
        @Nullable
        String miss(MatchableArticle article) {
            return null;
        }
    }

    /** Says in which other forms a word stands in the article. */
    private static @Nullable String otherForms(MatchableArticle article, String norm) {
        ArticleWords words = article.words();
        int group = words.stems().group(words.stemmer().stemHash(norm, Tokens.hashOf(norm)));
        if (group < 0) {
            return null;
        }
        return IntStream.iterate(words.stems().first(group), i -> i >= 0, words.stems()::following)
                .mapToObj(i -> article.document().text(words.field(i)).substring(words.start(i), words.end(i)))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", ", "it stands there in another form: ", ""));
    }
}
