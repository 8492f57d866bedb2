package io.vedette.alerts.sources;

import io.vedette.alerts.signal.Signal;
import io.vedette.runtime.config.SourceHealthConfig;
import io.vedette.schemas.Alert;
import io.vedette.schemas.SourceChange;
import io.vedette.schemas.SourceTold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells of changes in the health of sources, all of which come to one partition.
 *
 * <p>A change waits for {@link SourceHealthConfig#gather()}.  If by then more than {@link SourceHealthConfig#together()}
 * sources have changed to unhealthy, or to healthy, one alert tells of all of them, and the next changes of that sort wait
 * for {@link SourceHealthConfig#more()}: when the network goes down, sources fail one by one as their turns come.  That the
 * same source is unhealthy is told at most once in {@link SourceHealthConfig#every()}; one that is unhealthy at the end of
 * that time, and was not when it was told last, is told then.  That a source is healthy is told only where it was told that
 * it was not, and nothing is told of a change that was taken back while it waited.
 *
 * <p>Time is stream time; marks of progress, which every partition gets, make it go on.  State is written after forwarding.
 */
public final class SourceAlerts extends ContextualProcessor<String, Signal, String, Signal> {

    /** By source id; what begins with {@link #ALL} is of all of them. */
    public static final String TOLD = "sources-told";

    /** No id of a source begins so. */
    private static final String ALL = "*";

    private final SourceHealthConfig settings;
    private final SourceAlert compose;
    private @Nullable KeyValueStore<String, SourceTold> told;
    /** When something is due at the earliest; null while nobody has looked. */
    private @Nullable Instant next;

    public SourceAlerts(SourceHealthConfig settings) {
        this.settings = settings;
        this.compose = new SourceAlert(settings);
    }

    @Override
    public void init(ProcessorContext<String, Signal> context) {
        super.init(context);
        told = context.getStateStore(TOLD);
        next = null;
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Signal.SourceChanged changed) {
            changed(changed.change(), now());
            return;
        }
        if (record.value() instanceof Signal.Progress) {
            Instant now = now();
            if (next == null || !now.isBefore(next)) {
                tell(now);
            }
        }
        context().forward(record);
    }

    private void changed(SourceChange change, Instant now) {
        String id = change.getSourceId();
        if (change.getStatus().isEmpty()) {
            store().delete(id);
            return;
        }
        SourceTold known = store().get(id);
        SourceTold entry = known == null ? SourceTold.newBuilder().build() : known;
        Instant due = due(entry, change, now);
        if (known == null && due == null) {
            return;
        }
        entry.setPending(due == null ? null : change);
        entry.setDue(due);
        if (due != null && next != null && due.isBefore(next)) {
            next = due;
        }
        store().put(id, entry);
    }

    /** When a change is to be told; null for never. */
    private @Nullable Instant due(SourceTold entry, SourceChange change, Instant now) {
        boolean unhealthy = SourceHealthWatch.isUnhealthy(change.getStatus());
        boolean open = entry.getAlertId() != null;
        if (unhealthy) {
            if (open && entry.getStatus().equals(change.getStatus())) {
                return null;
            }
            Instant earliest = now.plus(settings.gather());
            Instant again =
                    entry.getToldAt() == null ? earliest : entry.getToldAt().plus(settings.every());
            return again.isAfter(earliest) ? again : earliest;
        }
        return open && change.getStatus().equals("HEALTHY") ? now.plus(settings.gather()) : null;
    }

    private record Waiting(String id, SourceTold entry, SourceChange change, Instant due) {}

    private void tell(Instant now) {
        List<Waiting> unhealthy = new ArrayList<>();
        List<Waiting> healthy = new ArrayList<>();
        try (KeyValueIterator<String, SourceTold> all = store().all()) {
            while (all.hasNext()) {
                KeyValue<String, SourceTold> one = all.next();
                SourceChange change = one.value.getPending();
                Instant due = one.value.getDue();
                if (change != null && due != null && !one.key.startsWith(ALL)) {
                    (SourceHealthWatch.isUnhealthy(change.getStatus()) ? unhealthy : healthy)
                            .add(new Waiting(one.key, one.value, change, due));
                }
            }
        }
        Instant first = tell(unhealthy, true, now);
        Instant second = tell(healthy, false, now);
        next = first.isBefore(second) ? first : second;
    }

    /** Tells of those of one sort, and returns when to look again. */
    private Instant tell(List<Waiting> waiting, boolean unhealthy, Instant now) {
        Instant quietUntil = quietUntil(unhealthy);
        if (quietUntil.isAfter(now)) {
            return quietUntil;
        }
        if (waiting.stream().noneMatch(one -> !one.due().isAfter(now))) {
            return earliest(waiting);
        }
        // those that only wait to be gathered are told with the others; those that were told lately wait on
        Instant gathered = now.plus(settings.gather());
        List<Waiting> ready =
                waiting.stream().filter(one -> !one.due().isAfter(gathered)).toList();
        if (ready.size() > settings.together()) {
            together(ready, unhealthy, now);
            return now.plus(settings.more());
        }
        List<Waiting> due =
                ready.stream().filter(one -> !one.due().isAfter(now)).toList();
        due.forEach(one -> single(one, unhealthy, now));
        return earliest(waiting.stream().filter(one -> one.due().isAfter(now)).toList());
    }

    private static Instant earliest(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::due).min(Instant::compareTo).orElse(Instant.MAX);
    }

    private void single(Waiting one, boolean unhealthy, Instant now) {
        SourceTold entry = one.entry();
        Alert alert = unhealthy
                ? compose.unhealthy(one.change(), now)
                : compose.healthy(one.change(), entry.getAlertId(), entry.getStatus(), entry.getToldAt(), now);
        raise(alert, now);
        remember(one, unhealthy, alert, now);
    }

    private void together(List<Waiting> ready, boolean unhealthy, Instant now) {
        Alert alert = compose.together(ready.stream().map(Waiting::change).toList(), unhealthy, now);
        raise(alert, now);
        ready.forEach(one -> remember(one, unhealthy, alert, now));
        store().put(
                        all(unhealthy),
                        SourceTold.newBuilder()
                                .setDue(now.plus(settings.more()))
                                .build());
    }

    private void remember(Waiting one, boolean unhealthy, Alert alert, Instant now) {
        SourceTold entry = one.entry();
        entry.setPending(null);
        entry.setDue(null);
        entry.setAlertId(unhealthy ? alert.getId() : null);
        entry.setStatus(unhealthy ? one.change().getStatus() : "");
        if (unhealthy) {
            entry.setToldAt(now);
        }
        store().put(one.id(), entry);
    }

    private Instant quietUntil(boolean unhealthy) {
        SourceTold all = store().get(all(unhealthy));
        return all == null || all.getDue() == null ? Instant.MIN : all.getDue();
    }

    private static String all(boolean unhealthy) {
        return ALL + (unhealthy ? "unhealthy" : "healthy");
    }

    private void raise(Alert alert, Instant now) {
        context().forward(new Record<>(alert.getWatchId(), new Signal.Raised(alert, null), now.toEpochMilli()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentStreamTimeMs());
    }

    private KeyValueStore<String, SourceTold> store() {
        return Objects.requireNonNull(told, "init was not called");
    }
}
