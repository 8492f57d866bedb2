package io.vedette.text.watch;

import io.vedette.text.watch.query.Expression.Stretch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SENTENCE, PARAGRAPH and {@code title:}: true of one stretch alone. */
record WithinStretch(Stretch stretch, Condition part) implements Condition {

    @Override
    public boolean holds(Scope scope) {
        for (Scope alone = next(scope, scope.from()); alone != null; alone = next(scope, alone.to())) {
            if (part.holds(alone)) {
                return true;
            }
        }
        return false;
    }

    /** The first stretch in the scope that begins there or later, as far as it is in the scope; null if there is none. */
    private @Nullable Scope next(Scope scope, int from) {
        if (from >= scope.to()) {
            return null;
        }
        ArticleWords words = scope.words();
        if (stretch == Stretch.TITLE) {
            return from < words.titleEnd() ? scope.stretch(from, Math.min(scope.to(), words.titleEnd())) : null;
        }
        int end = stretch == Stretch.SENTENCE ? words.sentenceEnd(from) : words.paragraphEnd(from);
        return scope.stretch(from, Math.min(scope.to(), end));
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        boolean truth = holds(scope);
        if (truth && wanted) {
            int found = 0;
            Scope alone = next(scope, scope.from());
            for (; alone != null && found < reasons.occurrences(); alone = next(scope, alone.to())) {
                found += part.collect(alone, true, reasons) ? 1 : 0;
            }
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        Scope shown = scope;
        for (Scope alone = next(scope, scope.from()); alone != null; alone = next(scope, alone.to())) {
            if (part.holds(alone)) {
                shown = alone;
                break;
            }
        }
        boolean holds = shown != scope;
        Explanation explained = part.explain(shown);
        String nearest = holds || !explained.holds()
                ? null
                : "true of the article, but of no " + stretch.name().toLowerCase(Locale.ROOT) + " of it taken alone";
        return new Explanation(stretch.name(), stretch.name(), holds, nearest, List.of(explained));
    }
}
