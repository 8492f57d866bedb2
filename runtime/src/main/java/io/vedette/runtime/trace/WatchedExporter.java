package io.vedette.runtime.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vedette.runtime.metrics.MetricNames;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/** Counts what is sent and what is not, and says once that a collector does not take it, and once that it does again. */
final class WatchedExporter implements SpanExporter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);

    private final SpanExporter exporter;
    private final Counter exported;
    private final Counter failed;
    private final AtomicBoolean away = new AtomicBoolean();

    WatchedExporter(SpanExporter exporter, MeterRegistry meters) {
        this.exporter = exporter;
        this.exported = meters.counter(MetricNames.SPANS, "outcome", "exported");
        this.failed = meters.counter(MetricNames.SPANS, "outcome", "failed");
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        // the collection is the caller's, who fills it anew
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> {
            if (result.isSuccess()) {
                exported.increment(count);
                if (away.getAndSet(false)) {
                    LOG.info("spans are sent again");
                }
            } else {
                failed.increment(count);
                if (!away.getAndSet(true)) {
                    LOG.atWarn()
                            .addKeyValue("reason", String.valueOf(result.getFailureThrowable()))
                            .log(
                                    "spans can't be sent; they are dropped until the collector of tracing.endpoint takes them");
                }
            }
        });
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
