package io.vedette.ingest.web;

import io.vedette.ingest.web.WebException.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is: each host is asked by one at a time, in the order of their coming, with a pause from the end of one
 * request to the start of the next.  Hosts that nobody waits for are forgotten once their pause is over.  Thread-safe.
 */
final class Hosts {

    private static final int FIRST_SWEEP = 1_024;
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    /** Guarded by the hosts, but for the semaphore. */
    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private int users;
        private long freeAt = System.nanoTime();
    }

    /** The right to ask a host.  For one thread. */
    final class Turn implements AutoCloseable {
        private final Host host;
        private long pause = delay;

        private Turn(Host host) {
            this.host = host;
        }

        /** How long the host is left alone after this. */
        void pause(Duration pause) {
            this.pause = pause.toNanos();
        }

        /** Nobody asks the host for so long. */
        void hold(Duration pause) {
            pause(pause.compareTo(LONGEST_HOLD) < 0 ? pause : LONGEST_HOLD);
        }

        @Override
        public void close() {
            leave(host, System.nanoTime() + pause);
        }
    }

    private final long delay;
    private final long patience;
    private final Map<String, Host> hosts = new HashMap<>();
    private int sweepAt = FIRST_SWEEP;

    /**
     * @param delay the usual pause
     * @param patience the longest that anybody waits
     */
    Hosts(Duration delay, Duration patience) {
        this.delay = delay.toNanos();
        this.patience = patience.toNanos();
    }

    /**
     * Waits for its turn.
     *
     * @param name of the host
     * @throws WebException {@link Kind#BUSY} if that would take, or takes, longer than the patience
     */
    Turn take(String name) throws WebException, InterruptedException {
        long end = System.nanoTime() + patience;
        Host host = enter(name);
        boolean mine = false;
        boolean taken = false;
        try {
            mine = host.turn.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!mine) {
                throw busy(name, patience);
            }
            for (long wait = wait(host); wait > 0; wait = wait(host)) {
                if (System.nanoTime() + wait > end) {
                    throw busy(name, wait);
                }
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            taken = true;
            return new Turn(host);
        } finally {
            if (!taken) {
                giveUp(host, mine);
            }
        }
    }

    /** How long one that came now would wait, as far as can be told. */
    synchronized Duration turn(String name) {
        Host host = hosts.get(name);
        return host == null ? Duration.ZERO : Duration.ofNanos(expected(host));
    }

    /** How many hosts are remembered. */
    synchronized int size() {
        return hosts.size();
    }

    /** How many requests wait or are under way. */
    synchronized int users() {
        return hosts.values().stream().mapToInt(host -> host.users).sum();
    }

    private synchronized Host enter(String name) throws WebException {
        if (hosts.size() >= sweepAt) {
            sweep();
        }
        Host host = hosts.computeIfAbsent(name, absent -> new Host());
        long expected = expected(host);
        if (expected > patience) {
            throw busy(name, expected);
        }
        host.users++;
        return host;
    }

    private synchronized void leave(Host host, long freeAt) {
        host.users--;
        host.freeAt = freeAt;
        host.turn.release();
    }

    private synchronized void giveUp(Host host, boolean mine) {
        host.users--;
        if (mine) {
            host.turn.release();
        }
    }

    private synchronized long wait(Host host) {
        return host.freeAt - System.nanoTime();
    }

    /** Each of those before it needs a pause at least. */
    private long expected(Host host) {
        return Math.max(0, host.freeAt - System.nanoTime()) + host.users * delay;
    }

    private void sweep() {
        long now = System.nanoTime();
        hosts.values().removeIf(host -> host.users == 0 && host.freeAt - now < 0);
        sweepAt = Math.max(FIRST_SWEEP, 2 * hosts.size());
    }

    private static WebException busy(String name, long wait) {
        Duration turn = Duration.ofNanos(wait);
        return new WebException(
                Kind.BUSY, name + " is not to be asked for another " + turn.toMillis() + " ms", turn, null);
    }
}
