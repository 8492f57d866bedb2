package io.vedette.enrich;

import io.vedette.runtime.config.EnrichConfig;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Article;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From {@code articles} to {@code enriched}, {@code article-history} and {@code fingerprints}.
 *
 * <pre>
 * articles ─ accept ─┬─ at-home ────────────────────┬─ together ─ recall ─ tag ─ remember ─┬─ article ───── enriched
 *                    └─ astray ─ by-id-repartition ─┘               └─ known-articles ─┘   ├─ history ───── article-history
 *                                                                                          └─ fingerprint ─ fingerprints
 * </pre>
 *
 * <p>It is one subtopology: whatever partition an article was written to, the task of its home partition decides whether it
 * is new, changed, gone or a repeat.  A record that can't be processed is left to the processing exception handler.
 */
public final class EnrichmentTopology {

    private final Topics topics;
    private final Lane lane;
    private final EnrichConfig config;
    private final int partitions;
    private final Supplier<Tagger> taggers;
    private final EnrichMetrics metrics;
    private final Tracing tracing;

    /**
     * @param topics where articles come from and go to
     * @param lane which of them; articles of the backfill lane are put into no story and leave no
     *     history, which is that of the live lane
     * @param config window and limits
     * @param partitions how many partitions the topic {@code articles} has
     * @param tagger what finds mentions and claims, always the same
     * @param metrics what counts and times
     */
    public EnrichmentTopology(
            Topics topics, Lane lane, EnrichConfig config, int partitions, Tagger tagger, EnrichMetrics metrics) {
        this(topics, lane, config, partitions, () -> tagger, metrics, Tracing.off());
    }

    /**
     * The same.
     *
     * @param taggers what finds mentions and claims at the moment; asked for each article
     * @param tracing records what becomes of articles
     */
    public EnrichmentTopology(
            Topics topics,
            Lane lane,
            EnrichConfig config,
            int partitions,
            Supplier<Tagger> taggers,
            EnrichMetrics metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.topics = topics;
        this.lane = lane;
        this.config = config;
        this.partitions = partitions;
        this.taggers = taggers;
        this.metrics = metrics;
    }

    /** The topology; each call gives a new one. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(KnownArticles.store(topics, config.dedupWindow()));
        KStream<String, Article> accepted = accept(builder);
        write(process(atHome(accepted).merge(sentHome(accepted), Named.as("together"))));
        return builder.build();
    }

    private void write(KStream<String, Outcome> outcomes) {
        outcomes.processValues(() -> new Part<>(EventHeaders.ENRICHED, Outcome::article), Named.as("article"))
                .to(topics.enriched(lane).name(), atHome(topics.enriched(lane), "enriched"));
        if (lane == Lane.BACKFILL) {
            return;
        }
        outcomes.processValues(() -> new Part<>(EventHeaders.HISTORY, Outcome::history), Named.as("history"))
                .to(topics.articleHistory().name(), atHome(topics.articleHistory(), "article-history"));
        outcomes.processValues(() -> new Part<>(EventHeaders.FINGERPRINT, Outcome::news), Named.as("fingerprint"))
                .to(
                        topics.fingerprints().name(),
                        Produced.with(
                                        topics.fingerprints().keySerde(),
                                        topics.fingerprints().valueSerde())
                                .withName("fingerprints"));
    }

    private static <V> Produced<String, V> atHome(Topic<String, V> topic, String name) {
        return Produced.with(topic.keySerde(), topic.valueSerde())
                .withStreamPartitioner(HomePartition.partitioner())
                .withName(name);
    }

    private KStream<String, Article> accept(StreamsBuilder builder) {
        Intake intake = new Intake(Math.min(config.textLimitBytes(), config.recordLimitBytes() / 2));
        return builder.stream(
                        topics.articles(lane).name(),
                        Consumed.with(
                                        topics.articles(lane).keySerde(),
                                        topics.articles(lane).valueSerde())
                                .withName("articles"))
                .process(() -> new AcceptArticle(intake, metrics), Named.as("accept"));
    }

    private KStream<String, Article> atHome(KStream<String, Article> accepted) {
        return accepted.processValues(() -> Homing.atHome(partitions), Named.as("at-home"));
    }

    private KStream<String, Article> sentHome(KStream<String, Article> accepted) {
        return accepted.processValues(() -> Homing.astray(partitions), Named.as("astray"))
                .repartition(Repartitioned.with(
                                topics.articles(lane).keySerde(),
                                topics.articles(lane).valueSerdeAnywhere())
                        .withStreamPartitioner(HomePartition.partitioner())
                        .withNumberOfPartitions(partitions)
                        .withName("by-id"));
    }

    private KStream<String, Outcome> process(KStream<String, Article> articles) {
        Duration window = config.dedupWindow();
        SizeLimit limit = new SizeLimit(config.recordLimitBytes());
        return articles.processValues(
                        () -> new Recall(window, metrics, tracing), Named.as("recall"), KnownArticles.STORE)
                .processValues(() -> new TagArticle(taggers, limit, metrics), Named.as("tag"))
                .processValues(() -> new Remember(window, metrics), Named.as("remember"), KnownArticles.STORE);
    }
}
