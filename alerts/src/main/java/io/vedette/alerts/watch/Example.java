package io.vedette.alerts.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that a watch must match, or must not.
 *
 * @param title the headline; null for none
 * @param source the outlet; null for none
 * @param url the address; null for none
 * @param language BCP 47 tag; null to have it detected
 * @param publishedAt null for when it was accepted
 * @param acceptedAt null for when it was published, or for the moment of the check
 * @param matches which of the two
 */
public record Example(
        @Nullable String title,
        String text,
        @Nullable String source,
        @Nullable String url,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant acceptedAt,
        boolean matches) {

    /** One of which nothing is known but its text. */
    public Example(@Nullable String title, String text, boolean matches) {
        this(title, text, null, null, null, null, null, matches);
    }
}
