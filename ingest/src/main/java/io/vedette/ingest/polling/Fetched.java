package io.vedette.ingest.polling;

import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.web.WebAnswer.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source lists now.
 *
 * @param document that was fetched from its address
 * @param title what it calls itself, or null
 * @param language of all of it, or null
 * @param items each with the document that lists it
 * @param hints how it wants to be read
 * @param index whether it is an index of parts
 * @param parts as in {@link SourcePosition}, as far as they were read
 * @param finished whether there are no more parts to read
 */
record Fetched(
        Document document,
        @Nullable String title,
        @Nullable String language,
        List<Listed> items,
        Hints hints,
        boolean index,
        Map<Long, Long> parts,
        boolean finished) {

    /** An item, the document that lists it, and its hashes. */
    record Listed(Item item, Document list, long key, int content) {

        static Listed of(Item item, Document list) {
            return new Listed(item, list, Fingerprints.key(item), Fingerprints.content(item));
        }
    }
}
