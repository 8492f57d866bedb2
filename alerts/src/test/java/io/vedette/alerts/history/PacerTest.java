package io.vedette.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void letsAsManyPassAsItMay() {
        Pacer pacer = new Pacer(1_000, nanos::get);

        for (int i = 0; i < 10_000; i++) {
            nanos.addAndGet(pacer.nanosToWait());
        }

        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos.get())).isBetween(9_800L, 10_000L);
    }

    @Test
    void doesNotMakeUpForWhatWasSlow() {
        Pacer pacer = new Pacer(1_000, nanos::get);
        pacer.nanosToWait();
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        long begun = nanos.get();

        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(pacer.nanosToWait());
        }

        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos.get() - begun)).isBetween(750L, 1_000L);
    }
}
