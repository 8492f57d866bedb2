package io.vedette.text.watch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vedette.text.Field;
import io.vedette.text.watch.query.Expression;

/**
 * A regular expression, matched in time linear in the text (RE2, Cox 2010).  It is looked for in the text of a field as it
 * stands there, from its beginning, each find behind the one before; an empty find does not count.
 */
final class RegexOf implements Standing {

    private final String source;
    private final Pattern pattern;

    RegexOf(Expression.Regex clause) {
        source = clause.source();
        pattern = Pattern.compile(clause.pattern(), Pattern.CASE_INSENSITIVE);
    }

    private Runs finds(MatchableArticle article) {
        return article.finds(pattern.pattern(), key -> {
            Runs runs = new Runs();
            for (Field field : Field.values()) {
                find(article, field, runs);
            }
            return runs.sort();
        });
    }

    private void find(MatchableArticle article, Field field, Runs into) {
        Matcher matcher = pattern.matcher(article.document().text(field));
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                int first = article.words().firstEndingAfter(field, matcher.start());
                int end = article.words().endOfStartingBefore(field, matcher.end());
                if (end > first) {
                    into.add(first, end - 1);
                }
            }
        }
    }

    @Override
    public boolean holds(Scope scope) {
        Runs finds = finds(scope.article());
        for (int i = finds.beginningFrom(scope.from()); i < finds.count() && finds.first(i) < scope.to(); i++) {
            if (finds.last(i) < scope.to()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void find(Scope scope, Runs into) {
        Runs finds = finds(scope.article());
        for (int i = finds.beginningFrom(scope.from()); i < finds.count() && finds.first(i) < scope.to(); i++) {
            if (finds.last(i) < scope.to()) {
                into.add(finds.first(i), finds.last(i));
            }
        }
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
        if (scope.hasRun(first, last) && finds(scope.article()).contains(first, last)) {
            reasons.words(source, first, last);
        }
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean elsewhere = finds(scope.article()).count() > 0;
        return Explanation.clause(source, holds(scope), elsewhere ? "it is found elsewhere in the article" : null);
    }
}
