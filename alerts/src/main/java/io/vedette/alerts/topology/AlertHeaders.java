package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an alert, after CloudEvents' binding to Kafka.  What the article's record carried stays behind but for
 * {@code traceparent}; an alert that an embargo held back has none, since what releases it is no part of that trace.
 */
final class AlertHeaders {

    static final String CONTENT_TYPE = "content-type";

    private static final String TRACEPARENT = "traceparent";

    private AlertHeaders() {}

    /** Headers of a new alert's record. */
    static Headers of(Alert alert, long timestamp, @Nullable String trace) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", alert.getId());
        add(headers, "ce_type", "io.vedette.alert");
        add(headers, "ce_source", "/alerts/" + alert.getWatchId());
        add(headers, "ce_time", Instant.ofEpochMilli(timestamp).toString());
        add(headers, CONTENT_TYPE, "application/avro");
        if (trace != null) {
            add(headers, TRACEPARENT, trace);
        }
        return headers;
    }

    /** The trace that a record belongs to; null for none. */
    static @Nullable String trace(Headers headers) {
        Header trace = headers.lastHeader(TRACEPARENT);
        return trace == null || trace.value() == null ? null : new String(trace.value(), StandardCharsets.UTF_8);
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
