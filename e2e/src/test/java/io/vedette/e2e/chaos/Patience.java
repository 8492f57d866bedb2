package io.vedette.e2e.chaos;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something, but not for ever. */
final class Patience {

    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private Patience() {}

    /**
     * Looks four times a second.
     *
     * @throws IllegalStateException if it has not come true in that time
     */
    static void await(String what, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + ": not within " + atMost.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}
