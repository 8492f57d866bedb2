package io.vedette.runtime.trace;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vedette.runtime.config.TracingConfig;
import io.vedette.runtime.metrics.MetricNames;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The spans of all services of a process, on their way to a collector.  They wait in one queue, of bounded length, until a
 * thread of its own sends them: a collector that is slow or away costs spans, which are counted, and nothing else.  Without
 * an endpoint nothing is started.  Thread-safe.
 */
public final class Traces implements AutoCloseable {

    private static final String PROCESS = UUID.randomUUID().toString();
    private static final int BATCH = 512;
    private static final long FAREWELL_SECONDS = 3;

    /** It logs by the JDK what {@link WatchedExporter} says once; kept, or the setting would be forgotten. */
    private static final Logger OF_THE_LIBRARY = Logger.getLogger("io.opentelemetry");

    private final TracingConfig config;
    private final String instance;
    private final @Nullable SpanProcessor queue;

    private Traces(TracingConfig config, @Nullable SpanProcessor queue) {
        this.config = config;
        this.queue = queue;
        this.instance = instance(config);
    }

    /** What tells this process from others: as the configuration says, or a random id, as long as it lives. */
    public static String instance(TracingConfig config) {
        String given = config.instance();
        return given == null ? PROCESS : given;
    }

    /**
     * The name of a service in traces and logs.
     *
     * @param service {@code ingest}, {@code enrich} and so on; null for several in one process
     */
    public static String serviceName(TracingConfig config, @Nullable String service) {
        String given = config.serviceName();
        return given != null ? given : service == null ? "vedette" : "vedette-" + service;
    }

    /**
     * Begins to send, if the configuration says where to.
     *
     * @param meters where it counts
     */
    public static Traces start(TracingConfig config, MeterRegistry meters) {
        return config.endpoint() == null ? new Traces(config, null) : start(config, exporter(config), meters);
    }

    /** With an exporter of one's own. */
    static Traces start(TracingConfig config, SpanExporter exporter, MeterRegistry meters) {
        OF_THE_LIBRARY.setLevel(Level.OFF);
        QueueReader reader = new QueueReader();
        FunctionCounter.builder(MetricNames.SPANS, reader, QueueReader::dropped)
                .description("Spans by what became of them")
                .tag("outcome", "dropped")
                .register(meters);
        BatchSpanProcessor queue = BatchSpanProcessor.builder(new WatchedExporter(exporter, meters))
                .setMaxQueueSize(config.capacity())
                .setMaxExportBatchSize(Math.min(BATCH, config.capacity()))
                .setScheduleDelay(config.every())
                .setExporterTimeout(config.timeout().multipliedBy(2))
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(reader).build())
                .build();
        return new Traces(config, queue);
    }

    /**
     * Those of a service.
     *
     * @param service {@code ingest}, {@code enrich} and so on
     */
    public Tracing of(String service) {
        if (queue == null) {
            return Tracing.off();
        }
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(resource(service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio())))
                .addSpanProcessor(queue)
                .build();
        return Tracing.with(provider.get("io.vedette"));
    }

    private Resource resource(String service) {
        AttributesBuilder attributes = Attributes.builder();
        config.attributes().forEach((name, value) -> attributes.put(AttributeKey.stringKey(name), value));
        attributes.put("service.namespace", config.attributes().getOrDefault("service.namespace", "vedette"));
        attributes.put("service.name", serviceName(config, service));
        attributes.put("service.instance.id", instance);
        String version = Traces.class.getPackage().getImplementationVersion();
        if (version != null) {
            attributes.put("service.version", version);
        }
        return Resource.create(attributes.build());
    }

    private static SpanExporter exporter(TracingConfig config) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(String.valueOf(config.endpoint()))
                .setHeaders(config::headers)
                .setCompression("gzip")
                .setConnectTimeout(config.timeout())
                .setTimeout(config.timeout())
                .build();
    }

    /** Sends what waits if that can be done within three seconds. */
    @Override
    public void close() {
        if (queue != null) {
            // sends what waits, then ends its thread
            queue.shutdown().join(FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }
}
