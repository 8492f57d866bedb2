package io.vedette.alerts.topology;

import io.vedette.schemas.AlertState;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with what each watch said of each story, for as long as it is remembered after the first alert.  Kept
 * by watch and story, not by query: a changed query repeats nothing.
 */
final class StoryMemory {

    static final String NAME = "told-stories";

    private final WindowStore<String, AlertState> store;
    private final long memoryMillis;

    StoryMemory(WindowStore<String, AlertState> store, Duration memory) {
        this.store = store;
        this.memoryMillis = memory.toMillis();
    }

    /**
     * What is remembered.
     *
     * @param key under which it is kept
     * @param since when it was first kept, in stream time
     */
    record Told(String key, long since, AlertState state) {}

    /** What was said of the first of these stories that something was said of; null for nothing. */
    @Nullable
    Told find(String watchId, List<String> stories, long now) {
        for (String story : stories) {
            Told told = find(key(watchId, story), now);
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    /** Keeps what is said of a story for the first time. */
    void begin(String watchId, String story, AlertState state, long now) {
        store.put(key(watchId, story), state, now);
    }

    /** Keeps a change of what was found. */
    void keep(Told told) {
        store.put(told.key(), told.state(), told.since());
    }

    private @Nullable Told find(String key, long now) {
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

    /** No id of a watch has a slash. */
    private static String key(String watchId, String story) {
        return watchId + '/' + story;
    }
}
