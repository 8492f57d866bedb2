package io.vedette.alerts.topology;

import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Correction;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds each article against the watches of the moment, and passes on those that matched.  Stateless. */
final class MatchWatches extends ContextualFixedKeyProcessor<String, EnrichedArticle, MatchedArticle> {

    private final ArticleMatcher matcher;
    private final Supplier<Watches> watches;
    private final AlertLimit limit;
    private final AlertMetrics metrics;

    MatchWatches(ArticleMatcher matcher, Supplier<Watches> watches, AlertLimit limit, AlertMetrics metrics) {
        this.matcher = matcher;
        this.watches = watches;
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        List<Match> matches = metrics.matching(() -> match(record));
        if (!matches.isEmpty()) {
            context().forward(record.withValue(new MatchedArticle(record.value(), matches)));
        }
    }

    private List<Match> match(FixedKeyRecord<String, EnrichedArticle> record) {
        Instant accepted = Instant.ofEpochMilli(record.timestamp());
        String trace = AlertHeaders.trace(record.headers());
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
