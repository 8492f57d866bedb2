package io.vedette.alerts.view;

import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Sighting;
import java.time.Instant;
import java.util.List;

/** Histories of articles: most say nothing that the article does not say itself, and are not kept. */
final class Histories {

    private Histories() {}

    /** Whether it is that of an article which one source had, once. */
    static boolean isPlain(ArticleHistory history) {
        return history.getRevision() <= 1
                && !history.getRemoved()
                && history.getRevisions().isEmpty()
                && history.getSightings().size() <= 1;
    }

    /** The plain one of an article. */
    static ArticleHistory plain(EnrichedArticle enriched, Instant acceptedAt) {
        Article article = enriched.getArticle();
        Origin origin = article.getOrigin();
        String key = origin == null ? "" : origin.getItemKey();
        Sighting sighting = Sighting.newBuilder()
                .setSourceId(origin == null ? "" : origin.getSourceId())
                .setSource(article.getSource())
                .setItemKey(key.isEmpty() ? article.getGivenId() : key)
                .setAt(acceptedAt)
                .build();
        return ArticleHistory.newBuilder()
                .setArticleId(article.getId())
                .setSightings(List.of(sighting))
                .setRevision(article.getRevision())
                .build();
    }
}
