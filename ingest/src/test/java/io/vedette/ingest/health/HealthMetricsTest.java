package io.vedette.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthMetricsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, SourceState> states = new HashMap<>();

    @BeforeEach
    void measure() {
        HealthMetrics.measure(
                () -> sources.values().stream(),
                id -> Optional.ofNullable(states.get(id)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                meters);
    }

    @Test
    void countsSourcesByStatus() {
        source("a", true, "HEALTHY");
        source("b", true, "HEALTHY");
        source("c", true, "GONE");
        source("paused", false, "HEALTHY");
        source("enabled again", true, "PAUSED");
        source("new", true, null);

        assertThat(count("healthy")).isEqualTo(2);
        assertThat(count("gone")).isEqualTo(1);
        assertThat(count("paused")).isEqualTo(1);
        assertThat(count("unknown")).isEqualTo(2);
        assertThat(count("silent")).isZero();
    }

    @Test
    void aSourceIsOverdueThatNobodyPolls() {
        next("in time", Duration.ofMinutes(5));
        next("late", Duration.ofMinutes(-30));
        next("overdue", Duration.ofMinutes(-50));
        source("never polled", true, null);
        source("paused", false, null);

        assertThat(gauge(MetricNames.SOURCES_OVERDUE))
                .as("those of an hour ago and of 50 minutes")
                .isEqualTo(2);
    }

    @Test
    void tellsWhenASourceAnsweredLast() {
        assertThat(gauge(MetricNames.SOURCES_LAST_SUCCESS)).isNaN();
        next("a", Duration.ZERO);
        states.get("a").setLastSuccess(NOW.minusSeconds(90));
        next("b", Duration.ZERO);
        states.get("b").setLastSuccess(NOW.minusSeconds(900));

        assertThat(gauge(MetricNames.SOURCES_LAST_SUCCESS)).isEqualTo(90);
    }

    private void source(String id, boolean enabled, String status) {
        sources.put(
                id,
                Source.newBuilder()
                        .setId(id)
                        .setEnabled(enabled)
                        .setUpdatedAt(NOW.minusSeconds(3_600))
                        .build());
        if (status != null) {
            states.put(
                    id,
                    SourceState.newBuilder().setStatus(status).setNextPoll(NOW).build());
        }
    }

    /** A source that is polled every half an hour. */
    private void next(String id, Duration fromNow) {
        source(id, true, "HEALTHY");
        states.get(id).setNextPoll(NOW.plus(fromNow));
        states.get(id).setIntervalMillis(Duration.ofMinutes(30).toMillis());
    }

    private double count(String status) {
        return meters.get(MetricNames.SOURCES_HEALTH)
                .tag("status", status)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
