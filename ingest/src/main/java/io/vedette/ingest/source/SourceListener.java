package io.vedette.ingest.source;

import org.jspecify.annotations.Nullable;

/** Hears of changes of sources, one after the other, on the thread that reads them: to be done soon. */
@FunctionalInterface
public interface SourceListener {

    /**
     * A source was added, changed or deleted; the store has it already as it is now.
     *
     * @param before null if there was none
     * @param now null if there is none any longer
     */
    void changed(@Nullable StoredSource before, @Nullable StoredSource now);
}
