package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.schemas.OverTimeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the operators over time of many watches in a store, and asks them when a match comes or time goes on.  For one
 * thread.
 *
 * <p>Memory is bounded: for a watch, some 120 slices of time, 40 articles and, of FIRST, one alert for each minute that may
 * still change; for a story, 64 facts until it is quiet for a week.
 */
final class OverTimeMemory {

    /** So long after its last article a story is forgotten. */
    private static final long STORY_MEMORY = java.time.Duration.ofDays(7).toMillis();

    private static final String OF_STORY = "story/";
    private static final String OF_WATCH = "watch/";
    private static final String AFTER = "~";

    private final KeyValueStore<String, OverTimeState> store;
    private final OverTimeSettings settings;
    private final Watermark watermark;
    private long swept = Long.MIN_VALUE;

    OverTimeMemory(KeyValueStore<String, OverTimeState> store, OverTimeSettings settings) {
        this.store = store;
        this.settings = settings;
        this.watermark =
                new Watermark(settings.partitions(), settings.lateness().toMillis());
    }

    /**
     * Takes a match, or notes that there is such a watch when it comes without an article.
     *
     * @param raised told of alerts, each with the {@code traceparent} of its article or null
     * @return false if it came too late to count
     */
    boolean match(Match match, BiConsumer<Alert, @Nullable String> raised) {
        Rule rule = Rule.read(match.getOperator());
        String key = rule.ofStory()
                ? OF_STORY
                        + match.getWatchId()
                        + '/'
                        + Seen.of(match, settings.lateness()).story()
                : OF_WATCH + match.getWatchId();
        OverTimeState state = state(key, match);
        Alert alert = match.getAlert();
        boolean counted = true;
        if (alert != null && alert.getArticleId().isEmpty()) {
            if (state.getAlert() == null || state.getAlert().getArticleId().isEmpty()) {
                state.setAlert(alert);
            }
        } else {
            Seen seen = Seen.of(match, settings.lateness());
            counted = Operator.of(rule)
                    .match(seen, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
            state.setLastArrival(seen.open());
        }
        store.put(key, state);
        return counted;
    }

    private OverTimeState state(String key, Match match) {
        OverTimeState known = store.get(key);
        if (known != null
                && known.getQueryKey().equals(match.getQueryKey())
                && known.getRule().equals(match.getOperator())) {
            return known;
        }
        return OverTimeState.newBuilder()
                .setWatchId(match.getWatchId())
                .setQueryKey(match.getQueryKey())
                .setRule(match.getOperator())
                .setObservedFrom(match.getAt().toEpochMilli())
                .build();
    }

    /**
     * Takes note of how far a partition has got.
     *
     * @param raised told of alerts, each with the {@code traceparent} of its article or null
     */
    void progress(int partition, Instant time, BiConsumer<Alert, @Nullable String> raised) {
        watermark.progress(partition, time.toEpochMilli());
        OptionalLong reached = watermark.time();
        if (reached.isPresent()) {
            long horizon = reached.getAsLong() - settings.settle().toMillis();
            if (swept == Long.MIN_VALUE || horizon - swept >= settings.sweep().toMillis()) {
                swept = horizon;
                sweep(horizon, raised);
            }
        }
    }

    private void sweep(long horizon, BiConsumer<Alert, @Nullable String> raised) {
        for (KeyValue<String, OverTimeState> entry : all(OF_WATCH)) {
            advance(entry.key, entry.value, horizon, raised);
        }
        for (KeyValue<String, OverTimeState> entry : all(OF_STORY)) {
            if (entry.value.getLastArrival() < horizon - STORY_MEMORY) {
                store.delete(entry.key);
            }
        }
    }

    private void advance(String key, OverTimeState state, long horizon, BiConsumer<Alert, @Nullable String> raised) {
        if (!settings.asked().test(state.getWatchId(), state.getQueryKey())) {
            store.delete(key);
            return;
        }
        OverTimeState before = OverTimeState.newBuilder(state).build();
        Operator.of(Rule.read(state.getRule()))
                .advance(horizon, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
        if (!before.equals(state)) {
            store.put(key, state);
        }
    }

    /** All at once: a store must not be changed while it is iterated over. */
    private List<KeyValue<String, OverTimeState>> all(String prefix) {
        List<KeyValue<String, OverTimeState>> entries = new ArrayList<>();
        try (KeyValueIterator<String, OverTimeState> found = store.range(prefix, prefix + AFTER)) {
            found.forEachRemaining(entries::add);
        }
        return entries;
    }
}
