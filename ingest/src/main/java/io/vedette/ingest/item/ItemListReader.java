package io.vedette.ingest.item;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads one sort of list: feeds, sitemaps, pages by a mapping.  Implementations are thread-safe. */
@FunctionalInterface
public interface ItemListReader {

    /**
     * Reads a list.
     *
     * @param document as it was fetched, unpacked
     * @param contentType as the server gave it; null if it did not
     * @param address against which relative addresses are resolved
     * @throws UnreadableListException if it is no such list; nothing else, whatever the bytes
     */
    ItemList read(byte[] document, @Nullable String contentType, URI address) throws UnreadableListException;
}
