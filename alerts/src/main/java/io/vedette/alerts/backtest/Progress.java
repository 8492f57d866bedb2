package io.vedette.alerts.backtest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How much of it has been read.  Thread-safe. */
final class Progress {

    private final AtomicLong offsets = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong articles = new AtomicLong();
    private final AtomicLong matches = new AtomicLong();
    private final Map<String, Long> byKey = new ConcurrentHashMap<>();

    /** So much more there is to read: in offsets, of which a few are no records. */
    void toRead(long more) {
        offsets.addAndGet(more);
    }

    void read(long more) {
        done.addAndGet(more);
    }

    void article() {
        articles.incrementAndGet();
    }

    /** Counts a match, and returns how many there are with it. */
    long matched(String key) {
        byKey.merge(key, 1L, Long::sum);
        return matches.incrementAndGet();
    }

    /** Which watch most matches are of. */
    String busiest() {
        return byKey.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(Candidate::idOf)
                .orElse("");
    }

    long articles() {
        return articles.get();
    }

    long matches() {
        return matches.get();
    }

    /** From 0 to 1. */
    double fraction() {
        long all = offsets.get();
        return all == 0 ? 0 : Math.min(1, (double) done.get() / all);
    }
}
