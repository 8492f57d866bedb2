package io.vedette.text.article;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source or a foreign producer gave it.  Any field may be missing or hold any characters.
 *
 * @param text the main text, without markup
 * @param givenId the id that the source uses for it
 * @param title the headline
 * @param url its address, canonical or not
 * @param source the outlet: a name or a domain
 * @param author who wrote it
 * @param language a language tag, of whatever shape
 * @param published when the outlet says that it published it
 * @param fetched when Vedette, or the producer, got hold of it
 * @param embargoUntil nobody is to be notified before
 * @param marks what has been done to it already; {@link ArticleMark#DATE_UNREADABLE} where the source gave a date that
 *     {@link ArticleDate} could not read
 */
public record RawArticle(
        @Nullable String text,
        @Nullable String givenId,
        @Nullable String title,
        @Nullable String url,
        @Nullable String source,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant published,
        @Nullable Instant fetched,
        @Nullable Instant embargoUntil,
        Set<ArticleMark> marks) {

    /** Copies the marks. */
    public RawArticle {
        marks = Set.copyOf(marks);
    }

    /** An article of which only the text is known. */
    public static RawArticle ofText(@Nullable String text) {
        return new RawArticle(text, null, null, null, null, null, null, null, null, null, Set.of());
    }
}
