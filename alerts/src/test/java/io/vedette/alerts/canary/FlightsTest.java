package io.vedette.alerts.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Flights flights = new Flights();

    @Test
    void tellsHowLongACanaryTook() {
        flights.sent(0, "a", 1_000);

        assertThat(flights.landed(0, "a", 4_000)).hasValue(3_000);
        assertThat(flights.landed(0, "a", 5_000)).isEmpty();
    }

    @Test
    void knowsNothingOfOthersCanaries() {
        flights.sent(0, "a", 0);

        assertThat(flights.landed(0, "b", 1)).isEmpty();
        assertThat(flights.landed(1, "a", 1)).isEmpty();
    }

    @Test
    void missesWhatHasNotComeInTime() {
        flights.sent(0, "a", seconds(0));
        flights.sent(1, "b", seconds(0));
        flights.landed(1, "b", seconds(1));

        assertThat(flights.missing(PATIENCE, seconds(30))).isEmpty();
        assertThat(flights.missing(PATIENCE, seconds(31))).containsOnlyKeys(0);
    }

    @Test
    void oneThatArrivesStandsForThoseSentBefore() {
        flights.sent(0, "lost", seconds(0));
        flights.sent(0, "arrived", seconds(60));
        flights.sent(0, "under way", seconds(120));

        flights.landed(0, "arrived", seconds(61));

        assertThat(flights.missing(PATIENCE, seconds(121))).isEmpty();
        assertThat(flights.missing(PATIENCE, seconds(151))).containsOnlyKeys(0);
    }

    @Test
    void remembersSinceWhenNoneCameHoweverManyWereSent() {
        for (int i = 0; i < 10 * Flights.MOST; i++) {
            flights.sent(0, "a" + i, seconds(i));
        }

        assertThat(flights.missing(PATIENCE, seconds(1_000))).containsEntry(0, Duration.ofSeconds(1_000));
        assertThat(flights.landed(0, "a999", seconds(1_001))).isPresent();
        assertThat(flights.missing(PATIENCE, seconds(2_000))).isEmpty();
    }

    @Test
    void waitsForNothingOfAPartitionThatIsAnothers() {
        flights.sent(0, "a", 0);

        flights.forget(List.of(0));

        assertThat(flights.missing(PATIENCE, seconds(100))).isEmpty();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
