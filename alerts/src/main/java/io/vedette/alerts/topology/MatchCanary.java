package io.vedette.alerts.topology;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Entities;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds a canary against its own watch, as articles are held against those of users.  Stateless. */
final class MatchCanary extends ContextualFixedKeyProcessor<String, EnrichedArticle, Match> {

    private final Entities entities;
    private final WatchQuery query;

    MatchCanary(Entities entities) {
        this.entities = entities;
        this.query = WatchQuery.compile(CanaryArticle.QUERY, entities);
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        EnrichedArticle canary = record.value();
        MatchableArticle article =
                MatchableArticle.of(AnnotationMapper.document(canary), AnnotationMapper.annotations(canary), entities);
        if (query.matches(article)) {
            context()
                    .forward(record.withValue(Match.newBuilder()
                            .setWatchId(CanaryArticle.WATCH_ID)
                            .setAt(Instant.ofEpochMilli(record.timestamp()))
                            .build()));
        }
    }
}
