package io.vedette.alerts.view;

import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import java.time.Instant;

/**
 * An article that was found.
 *
 * @param enriched its newest revision with its tags; not to be changed
 * @param acceptedAt when Vedette accepted that
 * @param alerted whether it raised an alert
 * @param history who had it and how it changed; not to be changed
 */
public record ArticleHit(EnrichedArticle enriched, Instant acceptedAt, boolean alerted, ArticleHistory history) {

    /** Whether this is a later version of the same article than the other. */
    boolean isAfter(ArticleHit other) {
        int byTime = acceptedAt.compareTo(other.acceptedAt);
        int revision = enriched.getArticle().getRevision();
        return byTime > 0
                || byTime == 0 && revision > other.enriched.getArticle().getRevision();
    }
}
