package io.vedette.enrich;

import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Fingerprint;

/**
 * What comes of an article.
 *
 * @param article with what was found in it
 * @param fingerprint what its story is told by
 */
record Tagged(EnrichedArticle article, Fingerprint fingerprint) {}
