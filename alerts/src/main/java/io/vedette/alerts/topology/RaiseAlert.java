package io.vedette.alerts.topology;

import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Raises each alert once, and none before its embargo is over.
 *
 * <p>A record with a value is a match; one without is a heartbeat, which only says that time goes on.  Time is stream
 * time, as the broker stamps articles and heartbeats: no machine's own clock can let an embargoed alert out early.  An
 * alert that is held back is dropped at its release if the watch is gone by then or switched off.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
final class RaiseAlert extends ContextualProcessor<String, @Nullable Alert, String, Alert> {

    static final String RAISED = "raised";
    static final String HELD = "held";

    /** So many at a heartbeat, lest one transaction take too long; the others wait for the next. */
    static final int RELEASES_PER_HEARTBEAT = 1_000;

    private final Supplier<WatchSnapshot> watches;
    private final Duration memory;
    private final AlertMetrics metrics;

    /** Alert id -> when it was raised, in stream time. */
    private @Nullable WindowStore<String, Long> raised;
    /** End of the embargo and alert id -> the alert. */
    private @Nullable KeyValueStore<String, Alert> held;

    /**
     * @param watches says at a release whether the watch is still there
     * @param memory for how long an alert's id is remembered
     */
    RaiseAlert(Supplier<WatchSnapshot> watches, Duration memory, AlertMetrics metrics) {
        this.watches = watches;
        this.memory = memory;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        raised = context.getStateStore(RAISED);
        held = context.getStateStore(HELD);
    }

    @Override
    public void process(Record<String, @Nullable Alert> record) {
        Alert alert = record.value();
        long now = context().currentStreamTimeMs();
        if (alert == null) {
            releaseHeld(now);
            return;
        }
        Instant embargoUntil = alert.getEmbargoUntil();
        if (embargoUntil != null && embargoUntil.toEpochMilli() > now) {
            metrics.held();
            held().put(heldKey(embargoUntil.toEpochMilli(), alert.getId()), alert);
        } else {
            raiseOnce(alert, record.timestamp(), record.headers(), now);
        }
    }

    private void releaseHeld(long now) {
        for (KeyValue<String, Alert> due : due(now)) {
            if (watched(due.value)) {
                raiseOnce(due.value, now, new RecordHeaders(), now);
            }
            held().delete(due.key);
        }
    }

    private List<KeyValue<String, Alert>> due(long now) {
        List<KeyValue<String, Alert>> due = new ArrayList<>();
        try (KeyValueIterator<String, Alert> all = held().range(heldKey(0, ""), heldKey(now + 1, ""))) {
            while (all.hasNext() && due.size() < RELEASES_PER_HEARTBEAT) {
                due.add(all.next());
            }
        }
        return due;
    }

    private boolean watched(Alert alert) {
        return watches.get().enabled().get(alert.getWatchId()).isPresent();
    }

    private void raiseOnce(Alert alert, long timestamp, Headers headers, long now) {
        if (isRaised(alert.getId(), now)) {
            metrics.repeat();
            return;
        }
        context()
                .forward(
                        new Record<>(alert.getWatchId(), alert, timestamp, AlertHeaders.of(alert, timestamp, headers)));
        raised().put(alert.getId(), now, now);
    }

    private boolean isRaised(String id, long now) {
        // open at the end: after a restart stream time may be behind what the store already knows
        try (WindowStoreIterator<Long> known =
                raised().fetch(id, Math.max(0, now - memory.toMillis()), Long.MAX_VALUE)) {
            return known.hasNext();
        }
    }

    /** Sorts by time: sixteen hexadecimal digits, then the alert. */
    private static String heldKey(long embargoUntil, String alertId) {
        return String.format("%016x", embargoUntil) + alertId;
    }

    private WindowStore<String, Long> raised() {
        return opened(raised);
    }

    private KeyValueStore<String, Alert> held() {
        return opened(held);
    }

    private static <T> T opened(@Nullable T store) {
        if (store == null) {
            throw new IllegalStateException("init was not called");
        }
        return store;
    }
}
