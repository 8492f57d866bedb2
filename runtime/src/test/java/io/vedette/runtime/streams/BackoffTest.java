package io.vedette.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();
    private long now = Long.MAX_VALUE - 5; // nano time may overflow

    @Test
    void waitsDoubleFromOneSecondToThirty() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(failAfterTheWait()).hasSeconds(seconds);
        }
    }

    @Test
    void threadsThatFailTogetherWaitTogether() {
        backoff.afterFailure(now);
        now += Duration.ofMillis(400).toNanos();

        assertThat(backoff.afterFailure(now)).hasMillis(600);
    }

    @Test
    void aMinuteWithoutFailureIsForgiven() {
        failAfterTheWait();
        failAfterTheWait();
        now += Duration.ofSeconds(61).toNanos();

        assertThat(backoff.afterFailure(now)).hasSeconds(1);
    }

    private Duration failAfterTheWait() {
        Duration wait = backoff.afterFailure(now);
        now += wait.toNanos();
        return wait;
    }
}
