package io.vedette.alerts.topology;

import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Correction;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Holds each article against the watches of the moment, and passes on those that matched.  Stateless. */
final class MatchWatches extends ContextualFixedKeyProcessor<String, EnrichedArticle, MatchedArticle> {

    private final ArticleMatcher matcher;
    private final Supplier<Watches> watches;
    private final AlertLimit limit;
    private final AlertMetrics metrics;
    private final Tracing tracing;

    MatchWatches(
            ArticleMatcher matcher,
            Supplier<Watches> watches,
            AlertLimit limit,
            AlertMetrics metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.matcher = matcher;
        this.watches = watches;
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        try (Work work = tracing.process(context().recordMetadata(), context().applicationId(), record.headers())
                .note(TraceNames.ARTICLE, record.key())) {
            List<Match> matches = metrics.matching(() -> match(record, work.traceparent()));
            if (!matches.isEmpty()) {
                context()
                        .forward(record.withValue(new MatchedArticle(record.value(), matches))
                                .withHeaders(work.headers(record.headers())));
            }
        }
    }

    private List<Match> match(FixedKeyRecord<String, EnrichedArticle> record, @Nullable String trace) {
        Instant accepted = Instant.ofEpochMilli(record.timestamp());
        Watches now = watches.get();
        List<Match> matches = matcher.matches(record.value(), accepted, now);
        Correction correction = record.value().getCorrection();
        if (correction != null) {
            matches = Corrections.of(correction, matches, withdrawn(correction, record.value(), accepted, now));
        }
        for (Match match : matches) {
            match.setTraceparent(trace);
            metrics.shed(limit.fit(match.getAlert()).getTruncated());
        }
        return matches;
    }

    /** Of the watches that are still there. */
    private List<Match> withdrawn(Correction correction, EnrichedArticle article, Instant accepted, Watches now) {
        return correction.getWithdrawn().stream()
                .flatMap(id -> now.get(id).stream())
                .map(watch -> matcher.withdrawal(article, accepted, watch))
                .toList();
    }
}
