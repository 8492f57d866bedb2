package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import io.vedette.schemas.EnrichedArticle;
import java.util.List;

/**
 * An article that some watch matched.
 *
 * @param article as it came
 * @param alerts one for each watch, not yet raised; never empty
 */
record MatchedArticle(EnrichedArticle article, List<Alert> alerts) {}
