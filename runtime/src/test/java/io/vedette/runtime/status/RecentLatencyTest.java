package io.vedette.runtime.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.status.SystemView.Latency;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentLatencyTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final Metrics metrics = new Metrics();
    private final Timer timer = Metrics.timeToAlert(metrics.registry());
    private final RecentLatency recent = new RecentLatency(START);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void nothingMeasuredIsNothingTold() {
        assertThat(recent.of(timer, START.plusSeconds(5))).isNull();
    }

    @Test
    void percentilesAreOfTheBucketsThatHaveThem() {
        for (int i = 0; i < 98; i++) {
            timer.record(Duration.ofMillis(150));
        }
        timer.record(Duration.ofMillis(4_000));
        timer.record(Duration.ofMillis(90_000));

        Latency latency = recent.of(timer, START.plusSeconds(5));

        assertThat(latency.alerts()).isEqualTo(100);
        assertThat(latency.p50()).isBetween(100.0, 200.0);
        assertThat(latency.p95()).isBetween(100.0, 200.0);
        assertThat(latency.p99()).isBetween(3_000.0, 5_000.0);
        assertThat(latency.since()).isEqualTo(START);
    }

    @Test
    void whatIsOlderThanAQuarterOfAnHourCountsNoMore() {
        timer.record(Duration.ofMillis(40_000));
        recent.of(timer, START.plusSeconds(60));
        timer.record(Duration.ofMillis(150));

        Latency latency = recent.of(timer, START.plus(Duration.ofMinutes(15)).plusSeconds(30));

        assertThat(latency.alerts()).isEqualTo(1);
        assertThat(latency.p99()).isCloseTo(199, within(2.0));
        assertThat(recent.of(timer, START.plus(Duration.ofHours(2)))).isNull();
    }
}
