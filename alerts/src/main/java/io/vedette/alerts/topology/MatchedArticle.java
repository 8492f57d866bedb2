package io.vedette.alerts.topology;

import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import java.util.List;

/**
 * An article that some watch matched.
 *
 * @param article as it came
 * @param matches one for each watch, still without a story; never empty
 */
record MatchedArticle(EnrichedArticle article, List<Match> matches) {}
