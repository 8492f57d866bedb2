package io.vedette.alerts.history;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Lets so many steps a second pass, and what was not used for a tenth of a second is lost.  For one thread. */
final class Pacer {

    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long nanosEach;
    private final LongSupplier nanos;
    private long next = Long.MIN_VALUE;

    /** @param nanos the time, from any point on */
    Pacer(int perSecond, LongSupplier nanos) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanos = nanos;
    }

    /** Waits until the next step may be taken. */
    void step() {
        long wait = nanosToWait();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    /** How long this step is to wait; nothing while it is less than what pausing is good for. */
    long nanosToWait() {
        long now = nanos.getAsLong();
        next = next == Long.MIN_VALUE ? now : Math.max(next + nanosEach, now - SLACK_NANOS);
        return next - now > SLACK_NANOS ? next - now : 0;
    }
}
