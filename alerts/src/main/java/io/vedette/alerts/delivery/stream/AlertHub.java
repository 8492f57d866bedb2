package io.vedette.alerts.delivery.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Feedback;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hands alerts, and what is said of them, to all readers of the stream, and keeps the newest of both for those who come back.
 * A reader that falls too far behind is dropped; nobody waits for it.  Thread-safe.
 */
public final class AlertHub implements AutoCloseable {

    private final int capacity;
    private final int mostReaders;
    private final Map<Sort, Newest> newest = new EnumMap<>(Sort.class);
    private final Set<StreamReader> readers = new HashSet<>();
    private final Counter dropped;
    private Position position = Position.START;
    private long number;
    private boolean closed;

    /**
     * @param capacity how many alerts are kept, and how much that was said
     * @param mostReaders at a time
     */
    public AlertHub(int capacity, int mostReaders, MeterRegistry meters) {
        this.capacity = capacity;
        this.mostReaders = mostReaders;
        for (Sort sort : Sort.values()) {
            newest.put(sort, new Newest(capacity));
        }
        dropped = meters.counter(MetricNames.STREAM_DROPPED);
        meters.gauge(MetricNames.STREAM_CLIENTS, this, AlertHub::size);
    }

    /** An alert, with where it is in its topic; those of one partition come in their order. */
    public void publish(Alert alert, int partition, long offset) {
        String json = AlertJson.write(alert);
        publish(new Position.Part(Sort.ALERT, partition), offset, alert.getWatchId(), alert.getSeverity(), json);
    }

    /** What somebody said, with where it is in its topic; likewise. */
    public void publish(Feedback said, int partition, long offset) {
        String json = FeedbackJson.write(said);
        publish(new Position.Part(Sort.FEEDBACK, partition), offset, said.getWatchId(), null, json);
    }

    private synchronized void publish(
            Position.Part part, long offset, String watchId, @Nullable String severity, String json) {
        position = position.after(part, offset);
        StreamEvent event = new StreamEvent(part, offset, number++, watchId, severity, json, position);
        newest(part.sort()).add(event);
        List<StreamReader> slow =
                readers.stream().filter(reader -> !reader.offer(event)).toList();
        slow.forEach(this::drop);
    }

    /**
     * Adds a reader, unless there are too many or this is closed.
     *
     * @param from where it was; null for what comes from now on
     * @param sorts what it wants to be told of
     * @param filter what of that
     * @return null if it is not added
     */
    synchronized @Nullable StreamReader subscribe(
            @Nullable Position from, Set<Sort> sorts, Predicate<StreamEvent> filter) {
        if (full()) {
            return null;
        }
        StreamReader reader = new StreamReader((1 + sorts.size()) * capacity, sorts, filter);
        if (from != null) {
            if (sorts.stream().anyMatch(sort -> newest(sort).lacks(from))) {
                reader.missed();
            }
            sorts.stream()
                    .flatMap(sort -> newest(sort).after(from))
                    .sorted(Comparator.comparingLong(StreamEvent::number))
                    .forEach(reader::offer);
        }
        readers.add(reader);
        return reader;
    }

    synchronized void leave(StreamReader reader) {
        readers.remove(reader);
    }

    synchronized boolean full() {
        return closed || readers.size() >= mostReaders;
    }

    @Override
    public synchronized void close() {
        closed = true;
        readers.forEach(StreamReader::end);
        readers.clear();
    }

    private synchronized int size() {
        return readers.size();
    }

    private Newest newest(Sort sort) {
        Newest of = newest.get(sort);
        if (of == null) {
            throw new IllegalStateException("there is no " + sort);
        }
        return of;
    }

    private void drop(StreamReader reader) {
        readers.remove(reader);
        dropped.increment();
        reader.end();
    }
}
