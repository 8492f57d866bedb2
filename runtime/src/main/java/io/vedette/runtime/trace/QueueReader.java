package io.vedette.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import org.jspecify.annotations.Nullable;

/** Reads from the library's own metrics how many spans found its queue full. */
final class QueueReader implements MetricReader {

    /** Of OpenTelemetry's conventions for the metrics of an SDK. */
    private static final String PROCESSED = "otel.sdk.processor.span.processed";

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private volatile @Nullable CollectionRegistration registration;

    /** So far. */
    double dropped() {
        CollectionRegistration registered = registration;
        long dropped = 0;
        if (registered != null) {
            for (MetricData metric : registered.collectAllMetrics()) {
                if (metric.getName().equals(PROCESSED)) {
                    dropped += metric.getLongSumData().getPoints().stream()
                            .filter(point -> point.getAttributes().get(ERROR) != null)
                            .mapToLong(LongPointData::getValue)
                            .sum();
                }
            }
        }
        return dropped;
    }

    @Override
    public void register(CollectionRegistration given) {
        registration = given;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
