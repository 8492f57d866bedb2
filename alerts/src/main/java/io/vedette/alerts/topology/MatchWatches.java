package io.vedette.alerts.topology;

import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.schemas.Alert;
import io.vedette.schemas.EnrichedArticle;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds each article against the watches of the moment, and passes on those that matched.  Stateless. */
final class MatchWatches extends ContextualFixedKeyProcessor<String, EnrichedArticle, MatchedArticle> {

    private final ArticleMatcher matcher;
    private final Supplier<WatchSnapshot> watches;
    private final AlertLimit limit;
    private final AlertMetrics metrics;

    MatchWatches(ArticleMatcher matcher, Supplier<WatchSnapshot> watches, AlertLimit limit, AlertMetrics metrics) {
        this.matcher = matcher;
        this.watches = watches;
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        List<Alert> alerts = metrics.matching(() -> match(record));
        if (!alerts.isEmpty()) {
            context().forward(record.withValue(new MatchedArticle(record.value(), alerts)));
        }
    }

    private List<Alert> match(FixedKeyRecord<String, EnrichedArticle> record) {
        Instant accepted = Instant.ofEpochMilli(record.timestamp());
        List<Alert> alerts = matcher.match(record.value(), accepted, watches.get());
        alerts.forEach(alert -> metrics.shed(limit.fit(alert).getTruncated()));
        return alerts;
    }
}
