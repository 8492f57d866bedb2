package io.vedette.enrich;

import io.vedette.schemas.Article;
import io.vedette.schemas.KnownArticle;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of an article, by what is remembered of it, see {@link Revisions}.  It only looks: {@link Remember}
 * writes, at the end, since what fails on the way must not count as having gone out.
 */
final class Recall extends ContextualFixedKeyProcessor<String, Article, Verdict> {

    private final Duration window;
    private final EnrichMetrics metrics;
    private @Nullable KnownArticles articles;

    Recall(Duration window, EnrichMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Verdict> context) {
        super.init(context);
        articles = new KnownArticles(context.getStateStore(KnownArticles.STORE), window);
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        if (articles == null) {
            throw new IllegalStateException("init was not called");
        }
        KnownArticles.Row row = articles.find(record.key(), record.timestamp());
        KnownArticle known = row == null ? null : row.known();
        Verdict verdict = Revisions.judge(known, record.value(), Instant.ofEpochMilli(record.timestamp()));
        if (verdict.known() == null && row != null && row.stale()) {
            verdict = verdict.with(row.known());
        }
        if (verdict.what() == Verdict.What.DROP) {
            metrics.repeat();
        }
        if (verdict.what() != Verdict.What.DROP || verdict.known() != null) {
            context().forward(record.withValue(verdict));
        }
    }
}
