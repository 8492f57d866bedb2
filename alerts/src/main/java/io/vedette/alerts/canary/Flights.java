package io.vedette.alerts.canary;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which canaries are on their way, by partition.  One that arrives stands for those sent before it: what was lost once is
 * not missed for ever.  Times are those of a monotonic clock, in nanoseconds.  Thread-safe.
 */
final class Flights {

    /** More are not kept for a partition; the oldest always is. */
    static final int MOST = 100;

    private final Map<Integer, Deque<Flight>> byPartition = new TreeMap<>();

    private record Flight(String articleId, long sentNanos) {}

    /** One sets off. */
    synchronized void sent(int partition, String articleId, long nanos) {
        Deque<Flight> flights = byPartition.computeIfAbsent(partition, key -> new ArrayDeque<>());
        flights.addLast(new Flight(articleId, nanos));
        if (flights.size() > MOST) {
            Flight oldest = flights.removeFirst();
            flights.removeFirst();
            flights.addFirst(oldest);
        }
    }

    /** One arrives: how long it took, in nanoseconds; empty for one that nobody waits for. */
    synchronized OptionalLong landed(int partition, String articleId, long nanos) {
        Deque<Flight> flights = byPartition.getOrDefault(partition, new ArrayDeque<>());
        for (Flight flight : flights) {
            if (flight.articleId().equals(articleId)) {
                forgetUpTo(flights, flight);
                return OptionalLong.of(nanos - flight.sentNanos());
            }
        }
        return OptionalLong.empty();
    }

    /** The partitions that have waited longer than that, and for how long. */
    synchronized Map<Integer, Duration> missing(Duration patience, long nanos) {
        Map<Integer, Duration> missing = new TreeMap<>();
        byPartition.forEach((partition, flights) -> {
            Flight oldest = flights.peekFirst();
            if (oldest != null && nanos - oldest.sentNanos() > patience.toNanos()) {
                missing.put(partition, Duration.ofNanos(nanos - oldest.sentNanos()));
            }
        });
        return missing;
    }

    /** Waits for nothing of these partitions any more. */
    synchronized void forget(Collection<Integer> partitions) {
        partitions.forEach(byPartition::remove);
    }

    private static void forgetUpTo(Deque<Flight> flights, Flight last) {
        Iterator<Flight> earlier = flights.iterator();
        while (earlier.hasNext()) {
            boolean found = earlier.next() == last;
            earlier.remove();
            if (found) {
                return;
            }
        }
    }
}
