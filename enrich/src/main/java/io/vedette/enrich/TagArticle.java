package io.vedette.enrich;

import io.vedette.schemas.EnrichedArticle;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Tags an article that is to be told and keeps what comes out under the size limit; see {@link Tagger} and {@link SizeLimit}.
 * In one that is gone nothing is looked for.  An article is tagged with the names of one moment.
 */
final class TagArticle extends ContextualFixedKeyProcessor<String, Verdict, Outcome> {

    private final Supplier<Tagger> taggers;
    private final SizeLimit limit;
    private final EnrichMetrics metrics;

    /** @param taggers asked for each article */
    TagArticle(Supplier<Tagger> taggers, SizeLimit limit, EnrichMetrics metrics) {
        this.taggers = taggers;
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, Verdict> record) {
        Instant acceptedAt = Instant.ofEpochMilli(record.timestamp());
        Verdict verdict = record.value();
        Outcome outcome =
                switch (verdict.what()) {
                    case TELL -> tagged(verdict, acceptedAt);
                    case RETRACT -> new Outcome(verdict, gone(verdict, acceptedAt), null);
                    case DROP -> Outcome.nothing(verdict);
                };
        context().forward(record.withValue(outcome));
    }

    private Outcome tagged(Verdict verdict, Instant acceptedAt) {
        Tagged tagged = metrics.tagging(() -> taggers.get().tag(verdict.article(), acceptedAt));
        tagged.article().setChanged(verdict.changes());
        return new Outcome(verdict, metrics.fitting(() -> limit.fit(tagged.article())), tagged.fingerprint());
    }

    private static EnrichedArticle gone(Verdict verdict, Instant acceptedAt) {
        return EnrichedArticle.newBuilder()
                .setArticle(verdict.article())
                .setAcceptedAt(acceptedAt)
                .setChanged(verdict.changes())
                .build();
    }
}
