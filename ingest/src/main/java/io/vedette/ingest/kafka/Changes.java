package io.vedette.ingest.kafka;

import io.opentelemetry.context.Context;
import io.vedette.schemas.Article;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.SourceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one transaction writes.
 *
 * @param articles with their sources
 * @param progress how far sources are read afterwards; empty deletes
 * @param states how sources do afterwards; empty deletes
 * @param deadLetters what is no article
 */
record Changes(
        List<SourcedArticle> articles,
        Map<String, Optional<IngestProgress>> progress,
        Map<String, Optional<SourceState>> states,
        List<ProducerRecord<byte[], byte[]>> deadLetters) {

    /** An article, the source that gave it, and the trace that it belongs to. */
    record SourcedArticle(String sourceId, Article article, Context trace) {}

    int records() {
        return articles.size() + progress.size() + states.size() + deadLetters.size();
    }
}
