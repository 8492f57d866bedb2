package io.vedette.ingest.polling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import java.time.Duration;
import java.util.function.IntSupplier;

/** What is measured of polls.  Thread-safe. */
final class PollingMetrics {

    private final MeterRegistry registry;
    private final Timer late;

    PollingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.late = Timer.builder(MetricNames.SOURCE_POLLS_LATE)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(100))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }

    /** As long as the registry lives. */
    void measure(IntSupplier running, IntSupplier sources) {
        measure(MetricNames.SOURCE_POLLS_RUNNING, running);
        measure(MetricNames.SOURCES_POLLED, sources);
    }

    private void measure(String name, IntSupplier what) {
        Gauge.builder(name, what, IntSupplier::getAsInt).strongReference(true).register(registry);
    }

    /** A poll began, so long after it was due. */
    void began(Duration lateness) {
        late.record(lateness.isNegative() ? Duration.ZERO : lateness);
    }

    /** A poll ended: read, unchanged, busy, or a sort of failure. */
    void ended(String outcome) {
        registry.counter(MetricNames.SOURCE_POLLS, "outcome", outcome).increment();
    }
}
