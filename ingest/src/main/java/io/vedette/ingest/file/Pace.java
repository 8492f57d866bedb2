package io.vedette.ingest.file;

import java.util.concurrent.TimeUnit;

/** Holds whoever reads files to so many articles a second, evenly.  For one thread. */
public final class Pace {

    /** So much lost time is made up for, no more: a pause must not be followed by a flood. */
    private static final long MOST_BEHIND = TimeUnit.SECONDS.toNanos(1);

    private final long nanosEach;
    private long due = System.nanoTime();

    private Pace(long nanosEach) {
        this.nanosEach = nanosEach;
    }

    /** As fast as it goes. */
    public static Pace unlimited() {
        return new Pace(0);
    }

    /** @param articles a second, at least 1 */
    public static Pace perSecond(int articles) {
        return new Pace(TimeUnit.SECONDS.toNanos(1) / articles);
    }

    /** Waits until the next article may go. */
    void await() throws InterruptedException {
        if (nanosEach == 0) {
            return;
        }
        long now = System.nanoTime();
        due = Math.max(due + nanosEach, now - MOST_BEHIND);
        long early = due - now;
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
    }
}
