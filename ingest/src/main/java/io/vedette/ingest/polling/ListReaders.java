package io.vedette.ingest.polling;

import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.schemas.Source;

/** Finds who reads the list of a source.  Implementations are thread-safe. */
@FunctionalInterface
public interface ListReaders {

    /** @throws UnreadableListException if nobody does: its kind or its mapping is unknown here */
    ItemListReader of(Source source) throws UnreadableListException;
}
