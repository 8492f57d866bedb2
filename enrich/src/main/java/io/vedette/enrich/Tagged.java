package io.vedette.enrich;

import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Fingerprint;
import io.vedette.text.article.ArticleMark;

/**
 * What comes of an article.
 *
 * @param article with what was found in it
 * @param fingerprint what its story is told by
 */
record Tagged(EnrichedArticle article, Fingerprint fingerprint) {

    /** Whether it is an article of Vedette's own, which tells no story. */
    boolean isCanary() {
        return article.getArticle().getMarks().contains(ArticleMark.CANARY.name());
    }

    Tagged with(EnrichedArticle other) {
        return new Tagged(other, fingerprint);
    }
}
