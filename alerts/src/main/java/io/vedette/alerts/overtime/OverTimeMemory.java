package io.vedette.alerts.overtime;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.schemas.OverTimeState;
import io.vedette.text.watch.query.OverTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Utils;
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

    /** So long after its last article a story is forgotten, and a watch that is no more. */
    private static final long MEMORY = Duration.ofDays(7).toMillis();

    private static final long ROLL_CALL = Duration.ofMinutes(1).toMillis();

    private static final String OF_STORY = "story/";
    private static final String OF_WATCH = "watch/";
    private static final String AFTER = "~";

    private final KeyValueStore<String, OverTimeState> store;
    private final OverTimeSettings settings;
    private final Watermark watermark;
    private final int partition;
    private long swept = Long.MIN_VALUE;
    private long called = Long.MIN_VALUE;

    /** @param partition of the matches: the watches that belong there are looked after */
    OverTimeMemory(KeyValueStore<String, OverTimeState> store, OverTimeSettings settings, int partition) {
        this.partition = partition;
        this.store = store;
        this.settings = settings;
        this.watermark =
                new Watermark(settings.partitions(), settings.lateness().toMillis());
    }

    /**
     * Takes a match.
     *
     * @param raised told of alerts, each with the {@code traceparent} of its article or null
     * @return false if it came too late to count
     */
    boolean match(Match match, BiConsumer<Alert, @Nullable String> raised) {
        Rule rule = Rule.read(match.getOperator());
        Seen seen = Seen.of(match, settings.lateness());
        String key =
                rule.ofStory() ? OF_STORY + match.getWatchId() + '/' + seen.story() : OF_WATCH + match.getWatchId();
        OverTimeState state = store.get(key);
        if (state == null || !isOf(state, match.getQueryKey(), match.getOperator())) {
            state = begin(
                    match.getWatchId(),
                    match.getQueryKey(),
                    match.getOperator(),
                    match.getAt().toEpochMilli());
        }
        OverTimeState changed = state;
        boolean counted = Operator.of(rule)
                .match(seen, state, fired -> raised.accept(OverTimeAlert.of(fired, changed), fired.trace()));
        state.setLastArrival(seen.open());
        store.put(key, state);
        return counted;
    }

    private static boolean isOf(OverTimeState state, String queryKey, String rule) {
        return state.getQueryKey().equals(queryKey) && state.getRule().equals(rule);
    }

    private static OverTimeState begin(String watchId, String queryKey, String rule, long since) {
        return OverTimeState.newBuilder()
                .setWatchId(watchId)
                .setQueryKey(queryKey)
                .setRule(rule)
                .setObservedFrom(since)
                .setLastArrival(since)
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
        if (called == Long.MIN_VALUE || horizon - called >= ROLL_CALL) {
            called = horizon;
            rollCall(horizon);
        }
        for (KeyValue<String, OverTimeState> entry : all(OF_WATCH)) {
            advance(entry.key, entry.value, horizon, raised);
        }
        for (KeyValue<String, OverTimeState> entry : all(OF_STORY)) {
            forget(entry.key, entry.value, horizon);
        }
    }

    /** Begins to observe watches that may have something to say without a match. */
    private void rollCall(long horizon) {
        for (CompiledWatch watch : settings.watches().get().all()) {
            OverTime asked = watch.query().overTime();
            if (asked != null
                    && watch.watch().getEnabled()
                    && isHere(watch.watch().getId())) {
                Rule rule = Rule.of(asked);
                String id = watch.watch().getId();
                OverTimeState known = store.get(OF_WATCH + id);
                if (rule.isTimed() && (known == null || !isOf(known, watch.queryKey(), rule.toString()))) {
                    OverTimeState state = begin(id, watch.queryKey(), rule.toString(), horizon);
                    state.setAlert(OverTimeAlert.without(watch));
                    store.put(OF_WATCH + id, state);
                }
            }
        }
    }

    /** Whether matches of that watch come to this partition; so Kafka's producers decide. */
    private boolean isHere(String watchId) {
        byte[] key = watchId.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % settings.partitions() == partition;
    }

    private void advance(String key, OverTimeState state, long horizon, BiConsumer<Alert, @Nullable String> raised) {
        if (!isAsked(state, horizon)) {
            forget(key, state, horizon);
            return;
        }
        OverTimeState before = OverTimeState.newBuilder(state).build();
        Operator.of(Rule.read(state.getRule()))
                .advance(horizon, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
        if (!before.equals(state)) {
            store.put(key, state);
        }
    }

    private boolean isAsked(OverTimeState state, long horizon) {
        return settings.watches()
                .get()
                .get(state.getWatchId())
                .filter(watch -> watch.watch().getEnabled()
                        && watch.isValidAt(Instant.ofEpochMilli(horizon))
                        && watch.queryKey().equals(state.getQueryKey()))
                .isPresent();
    }

    private void forget(String key, OverTimeState state, long horizon) {
        if (state.getLastArrival() < horizon - MEMORY) {
            store.delete(key);
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
