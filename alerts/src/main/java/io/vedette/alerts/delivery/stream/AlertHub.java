package io.vedette.alerts.delivery.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hands alerts to all readers of the stream, and keeps the newest for those who come back.  A reader that falls too far
 * behind is dropped; nobody waits for it.  Thread-safe.
 */
public final class AlertHub implements AutoCloseable {

    private final int capacity;
    private final int mostReaders;
    private final Deque<StreamEvent> buffer = new ArrayDeque<>();
    /** Of each partition, the first offset that may still be in the buffer. */
    private final Map<Integer, Long> kept = new HashMap<>();

    private final Set<StreamReader> readers = new HashSet<>();
    private final Counter dropped;
    private Position position = Position.START;
    private boolean closed;

    /**
     * @param capacity how many alerts are kept
     * @param mostReaders at a time
     */
    public AlertHub(int capacity, int mostReaders, MeterRegistry meters) {
        this.capacity = capacity;
        this.mostReaders = mostReaders;
        dropped = meters.counter(MetricNames.STREAM_DROPPED);
        meters.gauge(MetricNames.STREAM_CLIENTS, this, AlertHub::size);
    }

    /** An alert, with where it is in its topic; those of one partition come in their order. */
    public void publish(Alert alert, int partition, long offset) {
        String json = AlertJson.write(alert);
        synchronized (this) {
            kept.putIfAbsent(partition, offset);
            position = position.after(partition, offset);
            StreamEvent event =
                    new StreamEvent(partition, offset, alert.getWatchId(), alert.getSeverity(), json, position);
            buffer.addLast(event);
            if (buffer.size() > capacity) {
                StreamEvent oldest = buffer.removeFirst();
                kept.put(oldest.partition(), oldest.offset() + 1);
            }
            List<StreamReader> slow =
                    readers.stream().filter(reader -> !reader.offer(event)).toList();
            slow.forEach(this::drop);
        }
    }

    /**
     * Adds a reader, unless there are too many or this is closed.
     *
     * @param from where it was; null for what comes from now on
     * @return null if it is not added
     */
    synchronized @Nullable StreamReader subscribe(@Nullable Position from, Predicate<StreamEvent> filter) {
        if (full()) {
            return null;
        }
        StreamReader reader = new StreamReader(2 * capacity, filter);
        if (from != null) {
            if (missed(from)) {
                reader.missed();
            }
            for (StreamEvent event : new ArrayList<>(buffer)) {
                if (from.before(event.partition(), event.offset())) {
                    reader.offer(event);
                }
            }
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

    private boolean missed(Position from) {
        return kept.entrySet().stream().anyMatch(first -> from.before(first.getKey(), first.getValue() - 1));
    }

    private void drop(StreamReader reader) {
        readers.remove(reader);
        dropped.increment();
        reader.end();
    }
}
