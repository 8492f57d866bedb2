package io.vedette.text.watch;

import io.vedette.text.watch.query.Expression;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Words side by side in one field. */
final class PhraseOf implements Standing {

    private final String source;
    private final Term[] terms;

    PhraseOf(Expression.Phrase clause) {
        source = clause.source();
        terms = clause.terms().stream().map(Term::of).toArray(Term[]::new);
    }

    @Override
    public boolean holds(Scope scope) {
        return search(scope, null);
    }

    @Override
    public void find(Scope scope, Runs into) {
        search(scope, into);
    }

    /**
     * Goes from word to word of the term that stands there least often.
     *
     * @param into gets every run; null to be content with the first
     * @return whether there is one
     */
    private boolean search(Scope scope, @Nullable Runs into) {
        ArticleWords words = scope.words();
        int rarest = -1;
        int group = -1;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] instanceof Term.Stem stem) {
                int own = stem.group(words);
                if (own < 0) {
                    return false;
                }
                if (rarest < 0 || words.stems().size(own) < words.stems().size(group)) {
                    rarest = i;
                    group = own;
                }
            }
        }
        return rarest < 0 ? searchFromFirst(scope, into) : search(scope, rarest, group, into);
    }

    private boolean search(Scope scope, int term, int group, @Nullable Runs into) {
        WordLayer stems = scope.words().stems();
        boolean found = false;
        for (int i = stems.first(group); i >= 0; i = stems.following(i)) {
            if (isAt(scope, i - term, term)) {
                if (into == null) {
                    return true;
                }
                found = true;
                into.add(i - term, i - term + terms.length - 1);
            }
        }
        return found;
    }

    private boolean searchFromFirst(Scope scope, @Nullable Runs into) {
        Runs begins = terms[0].runs(scope);
        boolean found = false;
        for (int i = 0; i < begins.count(); i++) {
            if (isAt(scope, begins.first(i), 0)) {
                if (into == null) {
                    return true;
                }
                found = true;
                into.add(begins.first(i), begins.first(i) + terms.length - 1);
            }
        }
        return found;
    }

    /** @param known the term of which that is known already; -1 for none */
    private boolean isAt(Scope scope, int first, int known) {
        int last = first + terms.length - 1;
        if (!scope.hasRun(first, last) || !scope.words().sameField(first, last)) {
            return false;
        }
        for (int i = 0; i < terms.length; i++) {
            if (i != known && !terms[i].standsAt(scope.article(), first + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        Runs runs = runs(scope);
        for (int i = 0; wanted && i < Math.min(runs.count(), reasons.occurrences()); i++) {
            reasons.words(source, runs.first(i), runs.last(i));
        }
        return runs.count() > 0;
    }

    @Override
    public void report(Scope scope, int first, int last, Reasons reasons) {
        if (last - first == terms.length - 1 && isAt(scope, first, -1)) {
            reasons.words(source, first, last);
        }
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean holds = holds(scope);
        return Explanation.clause(source, holds, holds ? null : miss(scope));
    }

    private @Nullable String miss(Scope scope) {
        Scope whole = Scope.of(scope.article());
        if (holds(whole)) {
            return "it stands elsewhere in the article";
        }
        long there = Arrays.stream(terms).filter(term -> term.holds(whole)).count();
        return there == 0
                ? null
                : there == terms.length
                        ? "all its words are there, but nowhere side by side in this order"
                        : there + " of its " + terms.length + " words are there";
    }
}
