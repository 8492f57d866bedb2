package io.vedette.e2e.chaos;

import java.time.Duration;

/** One fault, under load, from before it to when everything is whole again. */
final class Trial {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    /** It must stay whole for so long. */
    private static final Duration STEADY = Duration.ofSeconds(5);

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final Cluster cluster;
    private final Ledger ledger;
    private final Duration patience;
    private final Duration late;

    /**
     * @param patience until all must be whole again
     * @param late so long an article may be under way without being called late
     */
    Trial(Cluster cluster, Ledger ledger, Duration patience, Duration late) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.patience = patience;
        this.late = late;
    }

    Verdict of(Fault fault) throws InterruptedException {
        int from = ledger.size();
        int deadLetters = ledger.deadLetters();
        int begunAnew = cluster.deliveriesBegunAnew();
        Thread.sleep(BEFORE.toMillis());
        String failure = null;
        Duration whole = Duration.ZERO;
        try {
            fault.begin().on(cluster);
            Thread.sleep(fault.lasts().toMillis());
            fault.end().on(cluster);
            whole = awaitWhole();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        int interruptions = fault.interruptions() + cluster.deliveriesBegunAnew() - begunAnew;
        Tally tally = ledger.tally(from, finished());
        return new Verdict(
                fault,
                tally,
                whole,
                interruptions * Cluster.CONCURRENCY,
                ledger.deadLetters() - deadLetters,
                ledger.strayAlerts().size(),
                failure);
    }

    /** The articles of the last seconds may still be under way. */
    private int finished() throws InterruptedException {
        int all = ledger.size();
        Thread.sleep(2 * late.toMillis());
        return all;
    }

    private Duration awaitWhole() throws InterruptedException {
        long start = System.nanoTime();
        long since = start;
        boolean whole = false;
        while (System.nanoTime() - since < STEADY.toNanos() || !whole) {
            boolean now = cluster.isReady() && ledger.oldestUnfinished().compareTo(late) < 0;
            if (now != whole) {
                whole = now;
                since = System.nanoTime();
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IllegalStateException("not whole again within " + patience.toSeconds() + " s: "
                        + (cluster.isReady() ? "ready, but" : "not ready, and") + " an article waits for "
                        + ledger.oldestUnfinished().toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return Duration.ofNanos(since - start);
    }
}
