package io.vedette.ingest.web;

import java.time.Duration;

/** The time that is left for a document; waiting for one's turn does not count.  For one thread. */
final class Budget {

    private final Duration whole;
    private long left;

    Budget(Duration whole) {
        this.whole = whole;
        this.left = whole.toNanos();
    }

    long left() {
        return left;
    }

    Duration whole() {
        return whole;
    }

    void spend(long nanos) {
        left -= nanos;
    }
}
