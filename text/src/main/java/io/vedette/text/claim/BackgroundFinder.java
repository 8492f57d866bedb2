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

    boolean isBackground(int start, int end, @Nullable When when) {
        if (published != null && when != null && when.to().isBefore(published.minusYears(1))) {
            return true;
        }
        for (Hit<BackgroundRule> hit : hits) {
            boolean near = hit.overlaps(start - NEAR, end + NEAR);
            if (near || hit.rule().scope() == BackgroundRule.Scope.SENTENCE) {
                return true;
            }
        }
        return false;
    }
}
