package io.vedette.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.schemas.Article;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of an article, after CloudEvents' binary binding to Kafka, and those of its trace. */
final class ArticleHeaders {

    private ArticleHeaders() {}

    static Headers of(Article article, String sourceId, Context trace) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", article.getId());
        add(headers, "ce_type", "io.vedette.article");
        add(headers, "ce_source", "/ingest/" + sourceId);
        add(headers, "ce_time", String.valueOf(article.getFetchedAt()));
        add(headers, "content-type", "application/avro");
        TraceHeaders.write(trace, headers);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
