package io.vedette.text.claim;

import io.vedette.text.When;
import io.vedette.text.claim.PatternIndex.Hit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells history from news: by words of the lexicon, and by dates long past. */
final class BackgroundFinder {

    private static final int NEAR = 8;

    private final List<Hit<BackgroundRule>> hits;
    private final @Nullable LocalDate published;

    BackgroundFinder(
            PatternIndex<BackgroundRule> rules, FieldTokens tokens, int from, int to, @Nullable LocalDate published) {
        this.hits = rules.hits(tokens, from, to);
        this.published = published;
    }

    /** Why an event is history, in words for a reader; null where it is news. */
    @Nullable
    String why(int start, int end, @Nullable When when) {
        if (published != null && when != null && when.to().isBefore(published.minusYears(1))) {
            return when.words();
        }
        for (int i = 0; i < hits.size(); i++) {
            Hit<BackgroundRule> hit = hits.get(i);
            boolean near = hit.overlaps(start - NEAR, end + NEAR);
            if (near || hit.rule().scope() == BackgroundRule.Scope.SENTENCE) {
                return hit.rule().pattern();
            }
        }
        return null;
    }
}
