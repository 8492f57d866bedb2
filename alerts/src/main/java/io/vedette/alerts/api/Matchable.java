package io.vedette.alerts.api;

import io.vedette.records.AnnotationMapper;
import io.vedette.runtime.http.Parameters;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.query.Entities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Articles as watches see them. */
final class Matchable {

    private Matchable() {}

    /** @param acceptedAt when the article was accepted, where that is not in it */
    static MatchableArticle of(EnrichedArticle enriched, Instant acceptedAt, Entities entities) {
        return MatchableArticle.of(
                AnnotationMapper.document(enriched),
                AnnotationMapper.annotations(enriched),
                AnnotationMapper.provenance(enriched, acceptedAt),
                entities);
    }

    /** An article that a request brings along; whatever is not known of it is null. */
    static Article article(
            @Nullable String title,
            @Nullable String text,
            @Nullable String source,
            @Nullable String url,
            @Nullable String language,
            @Nullable String publishedAt) {
        return Article.newBuilder()
                .setTitle(title)
                .setText(text)
                .setSource(source)
                .setUrl(url)
                .setLanguage(language)
                .setPublishedAt(publishedAt == null ? null : published(publishedAt))
                .build();
    }

    private static Instant published(String time) {
        return ArticleDate.read(time)
                .orElseThrow(
                        () -> Parameters.wrong("publishedAt", "is no time; write one such as 2026-11-01T06:00:00Z"));
    }
}
