package io.vedette.alerts.topology;

import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.schemas.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of an alert, after CloudEvents' binding to Kafka.  What the article's record carried stays behind but for
 * {@code traceparent}; an alert that an embargo held back has none, since what releases it is no part of that trace.
 */
final class AlertHeaders {

    static final String CONTENT_TYPE = "content-type";

    private AlertHeaders() {}

    /** Headers of a new alert's record. */
    static Headers of(Alert alert, long timestamp, Context trace) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", alert.getId());
        add(headers, "ce_type", "io.vedette.alert");
        add(headers, "ce_source", "/alerts/" + alert.getWatchId());
        add(headers, "ce_time", Instant.ofEpochMilli(timestamp).toString());
        add(headers, CONTENT_TYPE, "application/avro");
        TraceHeaders.write(trace, headers);
        return headers;
    }

    /** The same for the JSON form. */
    static Headers json(Headers alert) {
        Headers headers = new RecordHeaders(alert);
        headers.remove(CONTENT_TYPE);
        add(headers, CONTENT_TYPE, "application/json");
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
