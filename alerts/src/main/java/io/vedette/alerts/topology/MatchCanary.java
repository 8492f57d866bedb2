package io.vedette.alerts.topology;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Entities;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds a canary against its own watch, as articles are held against those of users.  Stateless. */
final class MatchCanary extends ContextualFixedKeyProcessor<String, EnrichedArticle, Match> {

    private final Supplier<? extends Entities> entities;

    /** @param entities the names of the moment; asked for each canary, of which there are few */
    MatchCanary(Supplier<? extends Entities> entities) {
        this.entities = entities;
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        EnrichedArticle canary = record.value();
        Entities now = entities.get();
        MatchableArticle article =
                MatchableArticle.of(AnnotationMapper.document(canary), AnnotationMapper.annotations(canary), now);
        if (WatchQuery.compile(CanaryArticle.QUERY, now).matches(article)) {
            context()
                    .forward(record.withValue(Match.newBuilder()
                            .setWatchId(CanaryArticle.WATCH_ID)
                            .setAt(Instant.ofEpochMilli(record.timestamp()))
                            .build()));
        }
    }
}
