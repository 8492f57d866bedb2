package io.vedette.alerts.delivery.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The newest events of one sort, for those who come back.  For whoever holds the lock of the hub. */
final class Newest {

    private final int capacity;
    private final Deque<StreamEvent> events = new ArrayDeque<>();
    /** Of each partition, the first offset that may still be here. */
    private final Map<Position.Part, Long> kept = new HashMap<>();

    Newest(int capacity) {
        this.capacity = capacity;
    }

    void add(StreamEvent event) {
        kept.putIfAbsent(event.part(), event.offset());
        events.addLast(event);
        if (events.size() > capacity) {
            StreamEvent oldest = events.removeFirst();
            kept.put(oldest.part(), oldest.offset() + 1);
        }
    }

    /** Whether there was something after that which is here no more. */
    boolean lacks(Position from) {
        return kept.entrySet().stream().anyMatch(first -> from.before(first.getKey(), first.getValue() - 1));
    }

    Stream<StreamEvent> after(Position from) {
        return events.stream().filter(event -> from.before(event.part(), event.offset()));
    }
}
