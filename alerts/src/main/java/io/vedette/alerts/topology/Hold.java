package io.vedette.alerts.topology;

import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.schemas.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets no alert out before its embargo is over.
 *
 * <p>Time is stream time, as the broker stamps articles and heartbeats: no machine's own clock can let an embargoed alert
 * out early.  An alert that is held back is dropped at its release if the watch is gone by then or switched off.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
final class Hold extends ContextualProcessor<String, Signal, String, Alert> {

    static final String HELD = "held";

    /** So many at a time, lest one transaction take too long; the others wait for the next mark of progress. */
    static final int RELEASES_AT_ONCE = 1_000;

    private final Supplier<WatchSnapshot> watches;
    private final AlertMetrics metrics;

    /** End of the embargo and alert id -> the alert. */
    private @Nullable KeyValueStore<String, Alert> held;

    /** @param watches says at a release whether the watch is still there */
    Hold(Supplier<WatchSnapshot> watches, AlertMetrics metrics) {
        this.watches = watches;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        held = context.getStateStore(HELD);
    }

    @Override
    public void process(Record<String, Signal> record) {
        long now = context().currentStreamTimeMs();
        if (record.value() instanceof Signal.Raised raised) {
            raised(raised, record.timestamp(), now);
        } else if (record.value() instanceof Signal.Progress) {
            releaseHeld(now);
        }
    }

    private void raised(Signal.Raised raised, long timestamp, long now) {
        Alert alert = raised.alert();
        Instant embargoUntil = alert.getEmbargoUntil();
        if (embargoUntil != null && embargoUntil.toEpochMilli() > now) {
            metrics.held("EMBARGO");
            alert.setHeld(List.of("EMBARGO"));
            held().put(heldKey(embargoUntil.toEpochMilli(), alert.getId()), alert);
        } else {
            raise(alert, timestamp, raised.trace());
        }
    }

    private void releaseHeld(long now) {
        for (KeyValue<String, Alert> due : due(now)) {
            if (watched(due.value)) {
                raise(due.value, now, null);
            }
            held().delete(due.key);
        }
    }

    private List<KeyValue<String, Alert>> due(long now) {
        List<KeyValue<String, Alert>> due = new ArrayList<>();
        try (KeyValueIterator<String, Alert> all = held().range(heldKey(0, ""), heldKey(now + 1, ""))) {
            while (all.hasNext() && due.size() < RELEASES_AT_ONCE) {
                due.add(all.next());
            }
        }
        return due;
    }

    private boolean watched(Alert alert) {
        return watches.get().enabled().get(alert.getWatchId()).isPresent();
    }

    private void raise(Alert alert, long timestamp, @Nullable String trace) {
        context().forward(new Record<>(alert.getWatchId(), alert, timestamp, AlertHeaders.of(alert, timestamp, trace)));
    }

    /** Sorts by time: sixteen hexadecimal digits, then the alert. */
    private static String heldKey(long embargoUntil, String alertId) {
        return String.format("%016x", embargoUntil) + alertId;
    }

    private KeyValueStore<String, Alert> held() {
        if (held == null) {
            throw new IllegalStateException("init was not called");
        }
        return held;
    }
}
