package io.vedette.alerts.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void stepsBeginAtWholeMultiplesAndHoldTheWholeSpan() {
        Steps steps = Steps.of(NOON.plusSeconds(1), NOON.plusSeconds(7_201), Duration.ofHours(1));

        assertThat(steps).isEqualTo(new Steps(NOON, Duration.ofHours(1), 3));
        assertThat(steps.to()).isEqualTo(NOON.plusSeconds(10_800));
        assertThat(Steps.of(NOON, NOON.plusSeconds(3_600), Duration.ofHours(1)).count())
                .isEqualTo(1);
        assertThat(Steps.of(NOON, NOON.plusMillis(1), Duration.ofDays(1)).from())
                .isEqualTo("2026-11-20T00:00:00Z");
    }

    @Test
    void aStepThatFitsIsLongerWhereTheSpanIs() {
        assertThat(fitting(1)).isEqualTo("15m");
        assertThat(fitting(7)).isEqualTo("1h");
        assertThat(fitting(30)).isEqualTo("6h");
        assertThat(fitting(90)).isEqualTo("1d");
    }

    private static String fitting(int days) {
        return Steps.of(NOON.minus(Duration.ofDays(days)), NOON, null).written();
    }

    @Test
    void usualIsTheMedianOfTheSameTimeOfTheDaysBefore() {
        Steps steps = Steps.of(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)), Duration.ofHours(6));
        int[] counts = new int[Trend.counted(steps).count()];
        for (int day = 0; day < 7; day++) {
            counts[4 * day + 1] = day == 3 ? 1_000 : day; // one day was out of the ordinary
        }
        counts[counts.length - 3] = 42;

        Trend trend = Trend.of(steps, counts, Instant.EPOCH);

        assertThat(trend.total()).isEqualTo(42);
        assertThat(trend.points()).extracting(Trend.Point::at).first().isEqualTo(NOON.minus(Duration.ofHours(12)));
        assertThat(trend.points()).extracting(Trend.Point::count).containsExactly(0L, 42L, 0L, 0L);
        assertThat(trend.points()).extracting(Trend.Point::usual).containsExactly(0.0, 4.0, 0.0, 0.0);
    }

    @Test
    void daysThatAreNotKnownCountForNothing() {
        Steps steps = Steps.of(NOON, NOON.plus(Duration.ofHours(1)), Duration.ofHours(1));
        int[] counts = new int[Trend.counted(steps).count()];
        Arrays.fill(counts, 6);

        assertThat(Trend.of(steps, counts, NOON.minus(Duration.ofDays(3)))
                        .points()
                        .get(0)
                        .usual())
                .isEqualTo(6);
        assertThat(Trend.of(steps, counts, NOON.minus(Duration.ofDays(3)).plusMillis(1))
                        .points()
                        .get(0)
                        .usual())
                .isNull();
        counts[counts.length - 1 - 24] = 2;
        counts[counts.length - 1 - 48] = 4;
        assertThat(Trend.of(steps, counts, NOON.minus(Duration.ofDays(4)))
                        .points()
                        .get(0)
                        .usual())
                .as("of four days the mean of the two in the middle")
                .isEqualTo(5);
    }
}
