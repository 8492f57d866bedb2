package io.vedette.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.TraceHeaders;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * The headers of what enrichment writes: those of CloudEvents 1.0 in Kafka's binary mode, for an event of its own, and what
 * the producer of the article set besides, {@code traceparent} among it, as long as that is small.
 */
final class EventHeaders {

    static final String ENRICHED = "io.vedette.enriched";
    static final String FINGERPRINT = "io.vedette.fingerprint";
    static final String HISTORY = "io.vedette.article-history";
    static final String STORY = "io.vedette.story";
    static final String SOURCE = "/enrich";
    static final String CONTENT_TYPE = "application/avro";

    /** Headers count towards the size that a topic takes, the internal ones too. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final Set<String> OURS =
            Set.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "content-type");

    private EventHeaders() {}

    /** What is kept of a producer's headers: the first 16 KB, without a trace that is none. */
    static Headers kept(Headers given) {
        boolean traced = TraceHeaders.read(given) != Context.root();
        Headers kept = new RecordHeaders();
        int left = MOST_BYTES;
        for (Header header : given) {
            left -= size(header);
            if (left >= 0 && (traced || !TraceHeaders.isOne(header))) {
                kept.add(header);
            }
        }
        return kept;
    }

    /** The headers of what goes out. */
    static Headers of(String type, FixedKeyRecord<String, ?> record) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", record.key());
        put(headers, "ce_type", type);
        put(headers, "ce_source", SOURCE);
        put(headers, "ce_time", Instant.ofEpochMilli(record.timestamp()).toString());
        put(headers, "content-type", CONTENT_TYPE);
        for (Header given : record.headers()) {
            if (!OURS.contains(given.key())) {
                headers.add(given);
            }
        }
        return headers;
    }

    private static void put(Headers headers, String key, String value) {
        headers.add(key, value.getBytes(UTF_8));
    }

    private static int size(Header header) {
        return header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
}
