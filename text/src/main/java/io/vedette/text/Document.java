package io.vedette.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is given to be tagged: the text of one article.
 *
 * @param title the headline, or null
 * @param body the text; may be empty, never null
 * @param language a BCP 47 tag when it is known, null to have it detected
 * @param published when it was published, against which "last week" is understood; null if unknown
 */
public record Document(
        @Nullable String title,
        String body,
        @Nullable String language,
        @Nullable Instant published) {

    public static Document of(String body) {
        return new Document(null, body, null, null);
    }

    /** The text of that field; empty where there is none. */
    public String text(Field field) {
        return field == Field.BODY ? body : title == null ? "" : title;
    }
}
