package io.vedette.alerts.topology;

import io.vedette.schemas.AlertState;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** In a store of Kafka Streams. */
final class StoredStories implements StoryMemory {

    private final WindowStore<String, AlertState> store;
    private final long memoryMillis;

    StoredStories(WindowStore<String, AlertState> store, Duration memory) {
        this.store = store;
        this.memoryMillis = memory.toMillis();
    }

    @Override
    public @Nullable Told find(String key, long now) {
        Told newest = null;
        // open at the end: after a restart stream time may be behind what the store already knows
        try (WindowStoreIterator<AlertState> known =
                store.fetch(key, Math.max(0, now - memoryMillis), Long.MAX_VALUE)) {
            while (known.hasNext()) {
                KeyValue<Long, AlertState> entry = known.next();
                newest = new Told(key, entry.key, entry.value);
            }
        }
        return newest;
    }

    @Override
    public void keep(Told told) {
        store.put(told.key(), told.state(), told.since());
    }
}
