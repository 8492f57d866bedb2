package io.vedette.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.text.article.Refusal;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * What ingest counts.  Every article that comes in is later written or rejected, or still waits in the buffer.
 * Thread-safe.
 */
public final class IngestMetrics {

    private static final String SOURCE = "source";

    private final MeterRegistry registry;

    /** Registers the meters of all kinds of sources, so that they are there before the first article. */
    public IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (SourceKind kind : SourceKind.values()) {
            registry.counter(MetricNames.ARTICLES_IN, SOURCE, tag(kind));
            registry.counter(MetricNames.ARTICLES_WRITTEN, SOURCE, tag(kind));
            for (Refusal.Reason reason : Refusal.Reason.values()) {
                registry.counter(MetricNames.ARTICLES_REJECTED, SOURCE, tag(kind), "reason", tag(reason));
            }
        }
    }

    /** Measures the articles that wait, as long as the registry lives. */
    public void buffer(IntSupplier waiting) {
        // nobody else holds it: without a strong reference it would soon measure nothing
        Gauge.builder(MetricNames.INGEST_BUFFER, waiting, IntSupplier::getAsInt)
                .strongReference(true)
                .register(registry);
    }

    /** One article, or what should have been one, came in. */
    public void in(SourceKind kind) {
        registry.counter(MetricNames.ARTICLES_IN, SOURCE, tag(kind)).increment();
    }

    /** Kafka has committed so many. */
    public void written(SourceKind kind, int articles) {
        registry.counter(MetricNames.ARTICLES_WRITTEN, SOURCE, tag(kind)).increment(articles);
    }

    /** One was refused. */
    public void rejected(SourceKind kind, Refusal.Reason reason) {
        registry.counter(MetricNames.ARTICLES_REJECTED, SOURCE, tag(kind), "reason", tag(reason))
                .increment();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
