package io.vedette.alerts.delivery.api;

import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What is still to be delivered, all of it, and the newest attempts, a bounded number.  Thread-safe. */
public final class DeliveryView {

    private final int mostAttempts;
    private final Map<String, DeliveryState> open = new ConcurrentHashMap<>();
    private final Deque<Delivery> attempts = new ArrayDeque<>();

    public DeliveryView(int mostAttempts) {
        this.mostAttempts = mostAttempts;
    }

    /** As the record of that key says. */
    public void open(String key, DeliveryState state) {
        open.put(key, state);
    }

    /** Nothing more is to do under that key. */
    public void done(String key) {
        open.remove(key);
    }

    public void attempted(Delivery delivery) {
        synchronized (attempts) {
            attempts.addLast(delivery);
            while (attempts.size() > mostAttempts) {
                attempts.removeFirst();
            }
        }
    }

    /** What is to do for that alert and channel; empty if nothing is, or nothing is known. */
    Optional<DeliveryState> of(String alert, String channel) {
        return Optional.ofNullable(open.get(alert + "/" + channel));
    }

    /** The longest due first. */
    List<DeliveryState> open(Predicate<DeliveryState> filter, int most) {
        return open.values().stream()
                .filter(filter)
                .sorted(Comparator.comparing(DeliveryView::since).thenComparing(DeliveryState::getAlertId))
                .limit(most)
                .toList();
    }

    /** The newest first. */
    List<Delivery> attempts(Predicate<Delivery> filter, int most) {
        List<Delivery> found = new ArrayList<>();
        synchronized (attempts) {
            Iterator<Delivery> newest = attempts.descendingIterator();
            while (newest.hasNext() && found.size() < most) {
                Delivery attempt = newest.next();
                if (filter.test(attempt)) {
                    found.add(attempt);
                }
            }
        }
        return found;
    }

    private static Instant since(DeliveryState state) {
        return state.getDueSince() == null ? Instant.EPOCH : state.getDueSince();
    }
}
