package io.vedette.ingest.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How many sources are in which status, how many nobody polls, and when any of them answered last.  Every instance knows all
 * sources, and says the same: take the largest, not the sum.
 */
public final class HealthMetrics {

    private final Supplier<Stream<Source>> sources;
    private final Function<String, Optional<SourceState>> states;
    private final Clock clock;

    private HealthMetrics(
            Supplier<Stream<Source>> sources, Function<String, Optional<SourceState>> states, Clock clock) {
        this.sources = sources;
        this.states = states;
        this.clock = clock;
    }

    /**
     * Measures for as long as the registry lives; thread-safe if what it is given is.
     *
     * @param sources all that are defined
     * @param states of a source id, the newest
     */
    public static void measure(
            Supplier<Stream<Source>> sources,
            Function<String, Optional<SourceState>> states,
            Clock clock,
            MeterRegistry registry) {
        HealthMetrics health = new HealthMetrics(sources, states, clock);
        for (SourceStatus status : SourceStatus.values()) {
            String tag = status.name().toLowerCase(Locale.ROOT);
            Gauge.builder(MetricNames.SOURCES_HEALTH, () -> health.count(status))
                    .tag("status", tag)
                    .register(registry);
        }
        Gauge.builder(MetricNames.SOURCES_OVERDUE, health::overdue).register(registry);
        Gauge.builder(MetricNames.SOURCES_LAST_SUCCESS, health::lastSuccess).register(registry);
    }

    private long count(SourceStatus status) {
        return sources.get().filter(source -> status(source) == status).count();
    }

    private SourceStatus status(Source source) {
        if (!source.getEnabled()) {
            return SourceStatus.PAUSED;
        }
        SourceStatus status = states.apply(source.getId())
                .map(state -> SourceStatus.of(state.getStatus()))
                .orElse(SourceStatus.UNKNOWN);
        // enabled again, and not polled yet
        return status == SourceStatus.PAUSED ? SourceStatus.UNKNOWN : status;
    }

    private long overdue() {
        Instant now = clock.instant();
        return sources.get()
                .filter(source -> Attended.overdue(source, states.apply(source.getId()), now))
                .count();
    }

    /** Seconds since any source answered; not a number while none has. */
    private double lastSuccess() {
        return sources.get()
                .map(source -> states.apply(source.getId())
                        .map(SourceState::getLastSuccess)
                        .orElse(null))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> Duration.between(last, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }
}
