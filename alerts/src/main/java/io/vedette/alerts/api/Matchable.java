package io.vedette.alerts.api;

import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.Provenance;
import io.vedette.text.watch.query.Entities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Articles as watches see them. */
final class Matchable {

    private Matchable() {}

    /** @param acceptedAt null where that is not known */
    static MatchableArticle of(EnrichedArticle enriched, @Nullable Instant acceptedAt, Entities entities) {
        Article article = enriched.getArticle();
        Provenance provenance =
                new Provenance(article.getSource(), article.getUrl(), article.getPublishedAt(), acceptedAt);
        return MatchableArticle.of(
                AnnotationMapper.document(enriched), AnnotationMapper.annotations(enriched), provenance, entities);
    }
}
