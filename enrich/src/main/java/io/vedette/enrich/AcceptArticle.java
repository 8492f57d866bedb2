package io.vedette.enrich;

import io.vedette.schemas.Article;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts an article, its key and its headers right; see {@link Intake} and {@link EventHeaders}. */
final class AcceptArticle extends ContextualProcessor<@Nullable String, @Nullable Article, String, Article> {

    private final Intake intake;
    private final EnrichMetrics metrics;

    AcceptArticle(Intake intake, EnrichMetrics metrics) {
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public void process(Record<@Nullable String, @Nullable Article> record) {
        Instant acceptedAt = Instant.ofEpochMilli(record.timestamp());
        Article article = metrics.accepting(() -> intake.accept(record.value(), acceptedAt));
        metrics.accepted(article, acceptedAt);
        Headers headers = EventHeaders.kept(record.headers());
        context().forward(new Record<>(article.getId(), article, record.timestamp(), headers));
    }
}
