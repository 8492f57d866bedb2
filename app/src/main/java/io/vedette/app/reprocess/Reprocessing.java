package io.vedette.app.reprocess;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.QuerySettings;
import io.vedette.alerts.watch.Watches;
import io.vedette.app.article.TagData;
import io.vedette.enrich.Retagging;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.QueryCompiler;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * One run over what is retained: tags articles again with the names and rules of this configuration, and lets the alerts
 * follow.  See {@link Reprocess}.
 *
 * @param since articles that were accepted before are left as they are
 * @param until and those from then on
 * @param dryRun whether to write nothing
 */
public record Reprocessing(Instant since, Instant until, boolean dryRun) {

    /** Gets what a run does; called by the thread that runs. */
    public interface Listener {

        /** Something that is left out, and why. */
        void problem(String what);

        /**
         * So far.
         *
         * @param articles so many were tagged again
         * @param corrected so many of them were written, or would be
         */
        void progress(long articles, long corrected);

        /** What changes for a watch; is so once this is called, unless in a dry run. */
        void found(Finding finding);
    }

    /**
     * Does it.
     *
     * @return how many articles were written anew, or would be
     * @throws InterruptedException if it was; what was written until then stays
     */
    public long run(Configuration configuration, TagData data, Listener listener) throws InterruptedException {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            if (dryRun) {
                // without a writer: to look ends no run that is under way
                return run(configuration, topics, data, null, listener);
            }
            try (CorrectionWriter writer = new CorrectionWriter(configuration, topics.enriched())) {
                return run(configuration, topics, data, writer, listener);
            }
        }
    }

    private long run(
            Configuration configuration,
            Topics topics,
            TagData data,
            @Nullable CorrectionWriter writer,
            Listener listener)
            throws InterruptedException {
        Instant begun = Instant.now();
        Counting counting = new Counting(listener);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).reader(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<Slice> slices = Slice.since(consumer, topics.enriched().name(), since);
            Retained retained = new Retained(topics, consumer);
            Comparison comparison = comparison(configuration, data, retained, begun, listener::problem);
            Reprocess reprocess = new Reprocess(topics, retained, comparison, writer, counting);
            for (Slice slice : slices) {
                reprocess.run(slice, since, until);
            }
        }
        return counting.corrected;
    }

    private static Comparison comparison(
            Configuration configuration, TagData data, Retained retained, Instant at, Consumer<String> problems) {
        QueryCompiler queries = QuerySettings.compiler(configuration.alerts().query(), data.gazetteer());
        Watches watches = retained.watches(queries, problems);
        return new Comparison(
                new Retagging(data.tagger(), configuration.enrich().recordLimitBytes()),
                new ArticleMatcher(data.gazetteer(), Disclosure.DEFAULT),
                watches,
                retained.standing(),
                at);
    }

    private static final class Counting implements Reprocess.Listener {

        private static final int EVERY = 1_000;

        private final Listener listener;
        private long articles;
        private long corrected;

        Counting(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void looked() {
            articles++;
            if (articles % EVERY == 0) {
                listener.progress(articles, corrected);
            }
        }

        @Override
        public void corrected(List<Corrected> batch) {
            corrected += batch.size();
            batch.forEach(one -> one.findings().forEach(listener::found));
        }
    }
}
