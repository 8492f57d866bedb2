package io.vedette.ingest.article;

import io.vedette.records.ArticleMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.Origin;
import io.vedette.text.article.ArticleCleaner;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.article.ArticleMark;
import io.vedette.text.article.CleanedArticle;
import io.vedette.text.article.Cleaning;
import io.vedette.text.article.RawArticle;
import io.vedette.text.article.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the record {@code Article} of what a source gave.  Immutable and thread-safe. */
public final class ArticleFactory {

    private final ArticleCleaner cleaner;
    private final Clock clock;

    /**
     * @param textLimitBytes where texts are cut, in bytes of UTF-8
     * @param clock tells when an article is accepted
     */
    public ArticleFactory(int textLimitBytes, Clock clock) {
        this.cleaner = new ArticleCleaner(textLimitBytes);
        this.clock = clock;
    }

    /**
     * The record of one article.
     *
     * @throws RefusedArticleException if it can't be taken, with the reason
     */
    public Article of(ArticleInput input) throws RefusedArticleException {
        return of(input, Set.of(), null);
    }

    /**
     * The record of one article.
     *
     * @param given marks that it carries from its source
     * @param origin how it was come by, and where its date comes from; null if nothing is known
     * @throws RefusedArticleException if it can't be taken, with the reason
     */
    public Article of(ArticleInput input, Set<ArticleMark> given, @Nullable Origin origin)
            throws RefusedArticleException {
        Optional<Instant> embargo =
                Optional.ofNullable(blankToNull(input.embargoUntil())).flatMap(ArticleDate::read);
        if (blankToNull(input.embargoUntil()) != null && embargo.isEmpty()) {
            throw new RefusedArticleException(new Refusal(
                    Refusal.Reason.EMBARGO_UNREADABLE,
                    "embargoUntil can't be read: give a time such as 2026-11-01T06:00:00Z"));
        }
        Published published = Published.of(input, origin);
        RawArticle raw = new RawArticle(
                input.text(),
                input.id(),
                input.title(),
                input.url(),
                input.source(),
                input.author(),
                input.language(),
                published.at(),
                null,
                embargo.orElse(null),
                marks(given, published));
        Cleaning cleaning = cleaner.clean(raw, clock.instant());
        if (cleaning instanceof Refusal refusal) {
            throw new RefusedArticleException(refusal);
        }
        Article article = ArticleMapper.record((CleanedArticle) cleaning);
        article.setOrigin(origin == null ? null : published.noted(origin));
        return article;
    }

    private static Set<ArticleMark> marks(Set<ArticleMark> given, Published published) {
        Set<ArticleMark> marks = EnumSet.noneOf(ArticleMark.class);
        marks.addAll(given);
        if (published.unreadable()) {
            marks.add(ArticleMark.DATE_UNREADABLE);
        }
        if (published.guessed()) {
            marks.add(ArticleMark.DATE_ASSUMED);
        }
        return marks;
    }

    static @Nullable String blankToNull(@Nullable String s) {
        return s == null || s.isBlank() ? null : s;
    }
}
