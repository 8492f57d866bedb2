package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What operators remember: one state for each watch, which says which query it is for and whether that may speak yet, and,
 * where the operator is about stories, one for each story of the watch.  For one thread.
 */
final class OverTimeStates {

    private static final String OF_STORY = "story/";
    private static final String OF_WATCH = "watch/";
    private static final String AFTER = "~";

    private final KeyValueStore<String, OverTimeState> store;
    private final OverTimeStateSerde written = new OverTimeStateSerde();

    OverTimeStates(KeyValueStore<String, OverTimeState> store) {
        this.store = store;
    }

    @Nullable
    OverTimeState ofWatch(String watchId) {
        return store.get(OF_WATCH + watchId);
    }

    void put(OverTimeState state) {
        store.put(OF_WATCH + state.getWatchId(), state);
    }

    /** Lets a state of a watch be changed, and puts it where it was. */
    void change(OverTimeState state, Runnable change) {
        byte[] before = written.write(state);
        change.run();
        if (!Arrays.equals(before, written.write(state))) {
            put(state);
        }
    }

    /** The one of that story, for the query that the watch has now; begun where there is none. */
    OverTimeState ofStory(String story, OverTimeState watch) {
        OverTimeState known = store.get(storyKey(watch.getWatchId(), story));
        return known != null && isOf(known, watch.getQueryKey(), watch.getRule())
                ? known
                : OverTimeState.newBuilder()
                        .setWatchId(watch.getWatchId())
                        .setQueryKey(watch.getQueryKey())
                        .setRule(watch.getRule())
                        .setVersion(watch.getVersion())
                        .build();
    }

    void put(String story, OverTimeState state) {
        store.put(storyKey(state.getWatchId(), story), state);
    }

    static boolean isOf(OverTimeState state, String queryKey, String rule) {
        return state.getQueryKey().equals(queryKey) && state.getRule().equals(rule);
    }

    /** The watch and all of its stories. */
    void forget(String watchId) {
        store.delete(OF_WATCH + watchId);
        String stories = storyKey(watchId, "");
        all(stories, stories + AFTER).forEach(entry -> store.delete(entry.key));
    }

    List<OverTimeState> watches() {
        List<OverTimeState> states = new ArrayList<>();
        all(OF_WATCH, OF_WATCH + AFTER).forEach(entry -> states.add(entry.value));
        return states;
    }

    /** Forgets stories of which nothing came since then, in milliseconds since 1970 UTC. */
    void forgetStories(long before) {
        for (KeyValue<String, OverTimeState> entry : all(OF_STORY, OF_STORY + AFTER)) {
            if (entry.value.getLastArrival() < before) {
                store.delete(entry.key);
            }
        }
    }

    /** All at once: a store must not be changed while it is iterated over. */
    private List<KeyValue<String, OverTimeState>> all(String from, String to) {
        List<KeyValue<String, OverTimeState>> entries = new ArrayList<>();
        try (KeyValueIterator<String, OverTimeState> found = store.range(from, to)) {
            found.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static String storyKey(String watchId, String story) {
        return OF_STORY + watchId + '/' + story;
    }
}
