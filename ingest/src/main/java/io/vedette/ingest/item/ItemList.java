package io.vedette.ingest.item;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document of a source lists.
 *
 * @param title what the source calls itself; null if it does not say
 * @param language BCP 47 tag of the whole; null if it does not say
 * @param items in the order of the document
 * @param leftOut what became no item, and why
 * @param hints how it wants to be read
 * @param parts further lists that belong to it, as the parts of a sitemap index
 */
public record ItemList(
        @Nullable String title,
        @Nullable String language,
        List<Item> items,
        List<LeftOut> leftOut,
        Hints hints,
        List<Part> parts) {

    /**
     * A further list.
     *
     * @param address where it is
     * @param modified when it last changed; null if unknown
     */
    public record Part(URI address, @Nullable Instant modified) {}

    /** Copies the lists. */
    public ItemList {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
        parts = List.copyOf(parts);
    }
}
