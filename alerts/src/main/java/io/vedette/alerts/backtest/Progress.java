package io.vedette.alerts.backtest;

import java.util.concurrent.atomic.AtomicLong;

/** How much of it has been read.  Thread-safe. */
final class Progress {

    private final AtomicLong offsets = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong articles = new AtomicLong();
    private final AtomicLong matches = new AtomicLong();

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

    /** Counts matches, and returns how many there are with them. */
    long matched(int more) {
        return matches.addAndGet(more);
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
