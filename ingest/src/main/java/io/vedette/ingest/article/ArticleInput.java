package io.vedette.ingest.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.vedette.ingest.html.ExtractedPage;
import org.jspecify.annotations.Nullable;

/**
 * One article as users write it in JSON, for files, standard input and {@code POST /api/articles}.  Other fields are
 * ignored; a number is taken for its text.
 *
 * @param text the main text, without markup; the only one that is required
 * @param id the user's own id
 * @param title the headline
 * @param url the address
 * @param source the outlet
 * @param date when it was published: RFC 3339, a plain date, or what feeds use
 * @param author who wrote it
 * @param language BCP 47 tag
 * @param fetched when it was fetched, which stands in for the date if there is none; the shapes of {@code date}
 * @param embargoUntil nobody is notified before; the shapes of {@code date}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleInput(
        @Nullable String text,
        @Nullable String id,
        @Nullable String title,
        @Nullable String url,
        @Nullable String source,
        @Nullable String date,
        @Nullable String author,
        @Nullable String language,
        @Nullable String fetched,
        @Nullable String embargoUntil) {

    /** An article of which only the text and perhaps the headline are known. */
    public static ArticleInput of(@Nullable String title, String text) {
        return new ArticleInput(text, null, title, null, null, null, null, null, null, null);
    }

    /**
     * The article of a page.
     *
     * @param url its address, or null
     * @param fetched when it was fetched, or null
     */
    public static ArticleInput of(ExtractedPage page, @Nullable String url, @Nullable String fetched) {
        return new ArticleInput(
                page.text(),
                null,
                page.title(),
                url,
                page.siteName(),
                page.published() == null ? null : page.published().toString(),
                page.authors().isEmpty() ? null : String.join(", ", page.authors()),
                page.language(),
                fetched,
                null);
    }

    /** The same with another headline. */
    public ArticleInput withTitle(@Nullable String other) {
        return new ArticleInput(text, id, other, url, source, date, author, language, fetched, embargoUntil);
    }

    /** The same with another text. */
    public ArticleInput withText(@Nullable String other) {
        return new ArticleInput(other, id, title, url, source, date, author, language, fetched, embargoUntil);
    }

    /** The same of another outlet. */
    public ArticleInput withSource(@Nullable String other) {
        return new ArticleInput(text, id, title, url, other, date, author, language, fetched, embargoUntil);
    }
}
