package io.vedette.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: exponential backoff, of which the second half is left to chance, so that what failed together does not
 * come back together ("equal jitter"; M. Brooker, <i>Exponential Backoff and Jitter</i>, 2015).
 *
 * @param first the wait after the first failure, before chance shortens it
 * @param longest the longest wait but for what a receiver asks
 * @param patience for how long it is tried
 * @param random chance
 */
record RetryPolicy(Duration first, Duration longest, Duration patience, RandomGenerator random) {

    /** Doubled that often, any wait is as long as it can get. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * When to try again.
     *
     * @param failures how many attempts failed, the last one included; from 1
     * @param dueSince when it was first to be done
     * @param now when the last attempt failed
     * @param asked how long the receiver asks to be left alone; null if it does not say
     * @return null if that would be too late: give up
     */
    @Nullable
    Instant next(int failures, Instant dueSince, Instant now, @Nullable Duration asked) {
        Duration wait = wait(failures);
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        Instant next = now.plus(wait);
        return next.isAfter(dueSince.plus(patience)) ? null : next;
    }

    private Duration wait(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        long whole = Math.min(longest.toMillis(), saturated(first.toMillis(), doublings));
        long half = whole / 2;
        return Duration.ofMillis(half + (long) (random.nextDouble() * (whole - half)));
    }

    private static long saturated(long millis, int doublings) {
        return millis > (Long.MAX_VALUE >> doublings) ? Long.MAX_VALUE : millis << doublings;
    }
}
