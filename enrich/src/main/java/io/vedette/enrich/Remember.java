package io.vedette.enrich;

import io.vedette.schemas.KnownArticle;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Lets out what came of an article, then notes it; the last step, so that no failure leaves a note behind. */
final class Remember extends ContextualFixedKeyProcessor<String, Outcome, Outcome> {

    private final Duration window;
    private final EnrichMetrics metrics;
    private @Nullable KnownArticles articles;

    Remember(Duration window, EnrichMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Outcome> context) {
        super.init(context);
        articles = new KnownArticles(context.getStateStore(KnownArticles.STORE), window);
    }

    @Override
    public void process(FixedKeyRecord<String, Outcome> record) {
        context().forward(record);
        Outcome outcome = record.value();
        KnownArticle known = outcome.verdict().known();
        if (articles != null && known != null) {
            articles.put(known, record.timestamp());
        }
        if (outcome.article() != null) {
            metrics.enriched(outcome.article(), outcome.verdict().changes());
        }
    }
}
