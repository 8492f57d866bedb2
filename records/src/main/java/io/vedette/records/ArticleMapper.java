package io.vedette.records;

import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleMark;
import io.vedette.text.article.CleanedArticle;
import io.vedette.text.article.RawArticle;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns article records into what can be cleaned, and what was cleaned into records. */
public final class ArticleMapper {

    private ArticleMapper() {}

    /**
     * A record that anybody may have written, as it is to be cleaned.  What stands in its {@code id} may be an id of the
     * producer's own; see {@link #record}.
     */
    public static RawArticle raw(Article article) {
        return new RawArticle(
                article.getText(),
                givenId(article),
                article.getTitle(),
                article.getUrl(),
                article.getSource(),
                article.getAuthor(),
                article.getLanguage(),
                article.getPublishedAt(),
                article.getFetchedAt(),
                article.getEmbargoUntil(),
                marks(article));
    }

    /** A cleaned article as a record.  A given id that is Vedette's own says nothing, and is left out. */
    public static Article record(CleanedArticle cleaned) {
        Article article = new Article();
        article.setText(cleaned.text());
        article.setId(cleaned.id());
        article.setGivenId(cleaned.id().equals(cleaned.givenId()) ? null : cleaned.givenId());
        article.setTitle(cleaned.title());
        article.setUrl(cleaned.url());
        article.setSource(cleaned.source());
        article.setAuthor(cleaned.author());
        article.setLanguage(cleaned.language());
        article.setPublishedAt(cleaned.published());
        article.setFetchedAt(cleaned.fetched());
        article.setEmbargoUntil(cleaned.embargoUntil());
        article.setMarks(
                cleaned.marks().stream().map(ArticleMark::name).sorted().toList());
        article.setRevision(1);
        return article;
    }

    /** The same, with what the cleaning does not touch taken over from the record that was cleaned. */
    public static Article record(CleanedArticle cleaned, Article before) {
        Article article = record(cleaned);
        article.setOrigin(before.getOrigin());
        article.setRevision(before.getRevision());
        return article;
    }

    private static @Nullable String givenId(Article article) {
        if (article.getGivenId() != null || article.getId().isEmpty()) {
            return article.getGivenId();
        }
        return article.getId();
    }

    private static Set<ArticleMark> marks(Article article) {
        Set<ArticleMark> marks = EnumSet.noneOf(ArticleMark.class);
        for (ArticleMark mark : ArticleMark.values()) {
            if (article.getMarks().contains(mark.name())) {
                marks.add(mark);
            }
        }
        return marks;
    }
}
