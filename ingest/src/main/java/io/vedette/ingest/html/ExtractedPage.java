package io.vedette.ingest.html;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a page.
 *
 * @param title the headline, without the outlet's name where that could be told apart; null if none
 * @param text the main text, a paragraph a line; empty if there is none
 * @param published when the page says that it was published; null if it does not, or not readably
 * @param publishedFrom where it says so: {@code json-ld}, {@code opengraph}, {@code meta}, {@code microdata}, {@code text}
 *     or {@code url}; null without a date
 * @param authors names of people or desks; empty if none
 * @param language BCP 47 tag as the page declares it; null if it does not
 * @param canonicalUrl the address that the page calls its own, absolute; null if none
 * @param siteName the outlet; null if the page does not name it
 */
public record ExtractedPage(
        @Nullable String title,
        String text,
        @Nullable Instant published,
        @Nullable String publishedFrom,
        List<String> authors,
        @Nullable String language,
        @Nullable String canonicalUrl,
        @Nullable String siteName) {

    /** Copies the authors. */
    public ExtractedPage {
        authors = List.copyOf(authors);
    }

    ExtractedPage withText(String text) {
        return new ExtractedPage(title, text, published, publishedFrom, authors, language, canonicalUrl, siteName);
    }
}
