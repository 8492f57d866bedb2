package io.vedette.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.item.Hints;
import io.vedette.runtime.config.Configuration;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private static final Instant NOW = Instant.parse("2026-03-06T10:20:00Z"); // a Friday
    private static final Duration HOUR = Duration.ofHours(1);

    private final Pace pace = new Pace(Configuration.of(Map.of()).ingest().polling());
    private final Random random = new Random(7);

    @Test
    void settlesNearHalfTheTimeBetweenItems() {
        Duration interval = pace.interval(Duration.ZERO, Duration.ZERO, 0, 0);
        double total = 0;
        int polls = 3_000;
        for (int i = 0; i < polls; i++) {
            // items come at random, one in two hours
            boolean fresh = random.nextDouble() < 1 - Math.exp(-(double) interval.toMillis() / (2 * HOUR.toMillis()));
            interval = pace.interval(Duration.ZERO, interval, fresh ? 1 : 0, 0);
            total += interval.toMinutes();
        }
        assertThat(total / polls).isBetween(45.0, 80.0);
    }

    @Test
    void staysBetweenTheShortestAndTheLongest() {
        Duration busy = HOUR;
        Duration still = HOUR;
        for (int i = 0; i < 50; i++) {
            busy = pace.interval(Duration.ZERO, busy, 3, 0);
            still = pace.interval(Duration.ZERO, still, 0, 0);
        }
        assertThat(busy).isEqualTo(Duration.ofMinutes(1));
        assertThat(still).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void comesSoonerWhereItemsWereLost() {
        assertThat(pace.interval(Duration.ZERO, HOUR, 5, 1)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void keepsAnIntervalThatWasGiven() {
        Duration fixed = Duration.ofMinutes(5);
        Hints slow = new Hints(HOUR, Set.of(10, 11), Set.of(), null, null);

        assertThat(pace.interval(fixed, HOUR, 0, 0)).isEqualTo(fixed);
        assertThat(pace.next(NOW, fixed, fixed, slow, HOUR, random)).isBetween(NOW.plus(fixed), NOW.plusSeconds(330));
    }

    @Test
    void doesWhatTheSourceAsksFor() {
        Duration interval = Duration.ofMinutes(10);

        assertThat(next(interval, new Hints(HOUR, Set.of(), Set.of(), null, null), null))
                .isBetween(NOW.plus(HOUR), NOW.plusSeconds(66 * 60));
        assertThat(next(interval, new Hints(null, Set.of(10, 11), Set.of(), null, null), null))
                .isEqualTo("2026-03-06T12:00:00Z");
        assertThat(next(
                        interval,
                        new Hints(null, Set.of(), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), null, null),
                        null))
                .isEqualTo("2026-03-08T00:00:00Z");
        assertThat(next(interval, Hints.NONE, Duration.ofDays(365))).isBefore(NOW.plusSeconds(67 * 60));
    }

    @Test
    void waitsLongerWithEachFailureAndAsLongAsIsAskedFor() {
        Duration interval = Duration.ofMinutes(10);

        assertThat(pace.afterFailure(NOW, interval, 1, null, random))
                .isBetween(NOW.plusSeconds(20 * 60), NOW.plusSeconds(22 * 60));
        assertThat(pace.afterFailure(NOW, interval, 3, null, random)).isAfter(NOW.plusSeconds(80 * 60 - 1));
        assertThat(pace.afterFailure(NOW, interval, 30, null, random))
                .isBetween(NOW.plus(Duration.ofHours(6)), NOW.plus(Duration.ofHours(7)));
        assertThat(pace.afterFailure(NOW, interval, 1, Duration.ofHours(3), random))
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    private Instant next(Duration interval, Hints hints, @Nullable Duration freshFor) {
        return pace.next(NOW, Duration.ZERO, interval, hints, freshFor, random);
    }
}
