package io.vedette.alerts.brief;

import io.vedette.schemas.Article;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands.
 *
 * @param outlet null if unknown
 * @param url null if it has none
 */
public record BriefArticle(
        String id,
        @Nullable String title,
        @Nullable String outlet,
        @Nullable String url) {

    static BriefArticle of(Article article) {
        return new BriefArticle(article.getId(), article.getTitle(), article.getSource(), article.getUrl());
    }
}
