package io.vedette.enrich;

import io.vedette.records.ArticleMapper;
import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleCleaner;
import io.vedette.text.article.CleanedArticle;
import io.vedette.text.article.Cleaning;
import io.vedette.text.article.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts an article right, whoever wrote it: cleans it, fills in what is missing, computes its id.  What ingest wrote comes
 * out as it was.  Immutable.
 */
final class Intake {

    private final ArticleCleaner cleaner;

    /**
     * @param textLimitBytes where a longer text is cut, in bytes of UTF-8
     */
    Intake(int textLimitBytes) {
        this.cleaner = new ArticleCleaner(textLimitBytes);
    }

    /**
     * The article as it goes on.
     *
     * @param article as it stands in the topic; null for a tombstone
     * @param acceptedAt the timestamp of its record
     * @throws IllegalArticleException if it has no text
     */
    Article accept(@Nullable Article article, Instant acceptedAt) {
        if (article == null) {
            throw new IllegalArticleException("the record has no value: an article needs a text");
        }
        Cleaning cleaning = cleaner.clean(ArticleMapper.raw(article), acceptedAt);
        if (cleaning instanceof CleanedArticle cleaned) {
            return ArticleMapper.record(cleaned, article);
        }
        throw new IllegalArticleException(((Refusal) cleaning).message());
    }
}
