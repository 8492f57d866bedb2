package io.vedette.enrich;

import io.vedette.schemas.Article;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Tags an article and keeps what comes out under the size limit; see {@link Tagger} and {@link SizeLimit}. */
final class TagArticle extends ContextualFixedKeyProcessor<String, Article, Tagged> {

    private final Tagger tagger;
    private final SizeLimit limit;
    private final EnrichMetrics metrics;

    TagArticle(Tagger tagger, SizeLimit limit, EnrichMetrics metrics) {
        this.tagger = tagger;
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        Instant acceptedAt = Instant.ofEpochMilli(record.timestamp());
        Tagged tagged = metrics.tagging(() -> tagger.tag(record.value(), acceptedAt));
        context().forward(record.withValue(tagged.with(metrics.fitting(() -> limit.fit(tagged.article())))));
    }
}
