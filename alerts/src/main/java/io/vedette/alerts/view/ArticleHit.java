package io.vedette.alerts.view;

import io.vedette.schemas.EnrichedArticle;
import java.time.Instant;

/**
 * An article that was found.
 *
 * @param enriched with its tags; not to be changed
 * @param acceptedAt when Vedette accepted it
 * @param alerted whether it raised an alert
 */
public record ArticleHit(EnrichedArticle enriched, Instant acceptedAt, boolean alerted) {}
