package io.vedette.text.article;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article fit to be written to the topic: every string is well-formed Unicode in NFC, within its limit, and stripped.
 *
 * @param id the article id, see {@link ArticleId}
 * @param text the main text; never empty, but for an article that is gone
 * @param givenId the id that the source uses, or null
 * @param title the headline on one line, or null
 * @param url the canonical address, or null where none was given or it is none of the web's
 * @param source the outlet, or null
 * @param author who wrote it, or null
 * @param language a well-formed BCP 47 tag, or null
 * @param published when it was published, never after {@code fetched}; null only if the date was unreadable
 * @param fetched when it was accepted
 * @param embargoUntil nobody is to be notified before; null for none
 * @param marks what was done to it
 */
public record CleanedArticle(
        String id,
        String text,
        @Nullable String givenId,
        @Nullable String title,
        @Nullable String url,
        @Nullable String source,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant published,
        Instant fetched,
        @Nullable Instant embargoUntil,
        Set<ArticleMark> marks)
        implements Cleaning {

    /** Copies the marks. */
    public CleanedArticle {
        marks = Set.copyOf(marks);
    }
}
