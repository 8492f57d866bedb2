package io.vedette.enrich;

import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Article;
import io.vedette.schemas.KnownArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of an article, by what is remembered of it, see {@link Revisions}.  It only looks: {@link Remember}
 * writes, at the end, since what fails on the way must not count as having gone out.
 *
 * <p>It is the first that sees every article, wherever it was read: the span of its tagging begins here and lasts until it
 * is handed to the producer.
 */
final class Recall extends ContextualFixedKeyProcessor<String, Article, Verdict> {

    private final Duration window;
    private final EnrichMetrics metrics;
    private final Tracing tracing;
    private @Nullable KnownArticles articles;

    Recall(Duration window, EnrichMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
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
        try (Work work = tracing.process(context().recordMetadata(), context().applicationId(), record.headers())
                .note(TraceNames.ARTICLE, record.key())) {
            recall(record, work);
        }
    }

    private void recall(FixedKeyRecord<String, Article> record, Work work) {
        if (articles == null) {
            throw new IllegalStateException("init was not called");
        }
        KnownArticles.Row row = articles.find(record.key(), record.timestamp());
        KnownArticle known = row == null ? null : row.known();
        Verdict verdict = Revisions.judge(known, record.value(), Instant.ofEpochMilli(record.timestamp()));
        if (verdict.known() == null && row != null && row.stale()) {
            verdict = verdict.with(row.known());
        }
        work.note(TraceNames.VERDICT, verdict.what().name().toLowerCase(Locale.ROOT));
        if (verdict.what() == Verdict.What.DROP) {
            metrics.repeat();
        }
        if (verdict.what() != Verdict.What.DROP || verdict.known() != null) {
            context().forward(record.withValue(verdict).withHeaders(work.headers(record.headers())));
        }
    }
}
