package io.vedette.runtime.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;

/** The process's metrics, as Prometheus scrapes them. Thread-safe. */
public final class Metrics implements AutoCloseable {
    /** Buckets around the promise of a second, for whatever an alert's way takes. */
    private static final Duration[] ALERT_BUCKETS = Stream.of(
                    50, 100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** Outlets are minutes to days ahead of us. */
    private static final Duration[] OUTLET_BUCKETS = Stream.of(1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400, 604_800)
            .map(Duration::ofSeconds)
            .toArray(Duration[]::new);

    /** Steps take microseconds to milliseconds. */
    private static final Duration[] STAGE_BUCKETS = Stream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 50_000, 250_000, 1_000_000)
            .map(micros -> Duration.ofNanos(micros * 1_000L))
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry;
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /** With the JVM's heap, collections, threads and processor time bound. */
    public Metrics() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        gc.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        registry.gauge(MetricNames.BUILD, Tags.of("version", version()), 1);
    }

    private static String version() {
        String version = Metrics.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Where services register their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The clock that meters are timed by. */
    public Clock clock() {
        return registry.config().clock();
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** The timer of {@link MetricNames#TIME_TO_ALERT}, in that registry. */
    public static Timer timeToAlert(MeterRegistry registry) {
        return Timer.builder(MetricNames.TIME_TO_ALERT)
                .description("From the append of an article to the committed append of its alert")
                .serviceLevelObjectives(ALERT_BUCKETS)
                .register(registry);
    }

    /** The timer of {@link MetricNames#CANARY_LATENCY}, in that registry. */
    public static Timer canaryLatency(MeterRegistry registry) {
        return Timer.builder(MetricNames.CANARY_LATENCY)
                .description("From the sending of a canary until a reader sees that it was matched")
                .serviceLevelObjectives(ALERT_BUCKETS)
                .register(registry);
    }

    /** The timer of {@link MetricNames#TIME_OUTLET_TO_ALERT}, in that registry. */
    public static Timer timeOutletToAlert(MeterRegistry registry) {
        return Timer.builder(MetricNames.TIME_OUTLET_TO_ALERT)
                .description("From the outlet's time of an article to the committed append of its alert")
                .serviceLevelObjectives(OUTLET_BUCKETS)
                .register(registry);
    }

    /**
     * The timer of {@link MetricNames#TIME_OUTLET_TO_APPEND}, in that registry.
     *
     * @param lane {@code live} or {@code backfill}: an archive is years behind its outlets
     */
    public static Timer timeOutletToAppend(MeterRegistry registry, String lane) {
        return Timer.builder(MetricNames.TIME_OUTLET_TO_APPEND)
                .description("From the outlet's time of an article to its append")
                .tag("lane", lane)
                .serviceLevelObjectives(OUTLET_BUCKETS)
                .register(registry);
    }

    /**
     * The timer of {@link MetricNames#STAGE} for one step, in that registry.
     *
     * @param service {@code enrich}, {@code enrich-backfill} or {@code alerts}
     * @param stage the step: one of a handful of names
     */
    public static Timer stage(MeterRegistry registry, String service, String stage) {
        return Timer.builder(MetricNames.STAGE)
                .description("Time of one step for one article")
                .tag("service", service)
                .tag("stage", stage)
                .serviceLevelObjectives(STAGE_BUCKETS)
                .register(registry);
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
