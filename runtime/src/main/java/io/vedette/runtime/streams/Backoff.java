package io.vedette.runtime.streams;

import java.time.Duration;

/**
 * How long to wait after the next failure: 1 s, doubling up to 30 s, and from the start again after a minute without one.
 * Thread-safe.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LAST_MILLIS = 30_000;
    private static final long FORGET_NANOS = Duration.ofMinutes(1).toNanos();

    private long next = FIRST_MILLIS;
    private long waitingUntil;
    private boolean failed;

    /**
     * The wait before the next attempt. Failures of several threads for the same reason count once: who fails while
     * another waits, waits as long as that one has left.
     *
     * @param nanoTime now, as of {@link System#nanoTime()}
     */
    synchronized Duration afterFailure(long nanoTime) {
        long left = waitingUntil - nanoTime;
        if (failed && left > 0) {
            return Duration.ofNanos(left);
        }
        if (failed && -left > FORGET_NANOS) {
            next = FIRST_MILLIS;
        }
        Duration wait = Duration.ofMillis(next);
        next = Math.min(2 * next, LAST_MILLIS);
        failed = true;
        waitingUntil = nanoTime + wait.toNanos();
        return wait;
    }
}
