package io.vedette.alerts.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.overtime.OverTimeSettings;
import io.vedette.alerts.overtime.OverTimeStep;
import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.sources.SourceAlerts;
import io.vedette.alerts.sources.SourceChanges;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Match;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceChange;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * From tagged articles to alerts.
 *
 * <pre>
 * enriched ──> match-watches ─┬─> alerted-articles
 * stories ────────────────────┼─> await-story ──> matches, and marks of progress (by watch id)
 * heartbeats ─────────────────┘
 *
 * matches ────────────────┬─> count-over-time ─> alert-once ─┬─> hold ─┬─> alerts
 * feedback (by watch id) ─┤                                  │         └─> write-json ──> alerts.json
 * watch-history ──────────┘                                  └─> alert-state
 *
 * source-state ─> source-changes (by built-in watch) ─> matches, feedback and history; told behind alert-once
 * sources ──────┘
 * </pre>
 *
 * <p>Enriched articles, stories and heartbeats have as many partitions each, so that a task has the same one of all three;
 * so have matches and feedback, once they go by watch id, and the history of watches.
 */
public final class AlertingTopology {

    private final Topics topics;
    private final Supplier<? extends Entities> entities;
    private final Supplier<Watches> watches;
    private final AlertingSettings settings;
    private final AlertMetrics metrics;
    private final AlertStores stores;
    private final Tracing tracing;

    /**
     * @param topics what is read and written
     * @param entities the names, always the same
     * @param watches the watches of the moment; asked for each article
     * @param meters where matches are counted and timed
     */
    public AlertingTopology(
            Topics topics,
            Entities entities,
            Supplier<Watches> watches,
            AlertingSettings settings,
            MeterRegistry meters) {
        this(topics, () -> entities, watches, settings, meters, Tracing.off());
    }

    /**
     * The same.
     *
     * @param entities the names of the moment; asked for each article
     * @param tracing records what becomes of articles
     */
    public AlertingTopology(
            Topics topics,
            Supplier<? extends Entities> entities,
            Supplier<Watches> watches,
            AlertingSettings settings,
            MeterRegistry meters,
            Tracing tracing) {
        this.tracing = tracing;
        this.topics = topics;
        this.entities = entities;
        this.watches = watches;
        this.settings = settings;
        this.metrics = new AlertMetrics(meters);
        this.stores = new AlertStores(topics, settings);
    }

    /** A new topology, always the same. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        stores.addTo(builder);

        KStream<String, EnrichedArticle> enriched = stream(builder, topics.enriched(), "enriched");
        KStream<String, MatchedArticle> matched = enriched.filterNot(
                        (id, article) -> isCanary(article), Named.as("news"))
                .processValues(this::matchWatches, Named.as("match-watches"));
        matched.mapValues(MatchedArticle::article, Named.as("copy-article"))
                .to(topics.alertedArticles().name(), produced(topics.alertedArticles(), "alerted-articles"));

        KStream<String, Match> matches = matches(builder, matched, canaries(enriched));
        matches.filter((key, match) -> isCanary(match), Named.as("canaries-only"))
                .mapValues(match -> new byte[0], Named.as("canary-arrived"))
                .to(topics.canaries().name(), produced(topics.canaries(), "canaries"));
        KStream<String, Signal> signals = matches.filterNot((key, match) -> isCanary(match), Named.as("no-canaries"))
                .mapValues(Signal::of, Named.as("matches-and-progress"))
                .merge(feedback(builder), Named.as("matches-and-feedback"))
                .merge(history(builder), Named.as("matches-feedback-and-history"))
                .process(this::countOverTime, Named.as("count-over-time"), OverTimeStep.STORE, OverTimeStep.APART)
                .process(() -> new AlertOnce(watches, settings, metrics), Named.as("alert-once"), StoryMemory.NAME);
        if (settings.sourceHealth().enabled()) {
            signals = signals.merge(sourceChanges(builder), Named.as("news-and-sources"))
                    .process(
                            () -> new SourceAlerts(settings.sourceHealth()),
                            Named.as("source-alerts"),
                            SourceAlerts.TOLD);
        }
        signals.flatMap((watchId, signal) -> byAlert(signal), Named.as("state-by-alert"))
                .to(topics.alertState().name(), produced(topics.alertState(), "alert-state"));

        KStream<String, Alert> alerts = signals.process(
                () -> new Hold(watches, settings, metrics, topics.alerts().name(), tracing),
                Named.as("hold"),
                HeldAlerts.NAME,
                Hold.PACES,
                Hold.SILENCES);
        alerts.to(topics.alerts().name(), produced(topics.alerts(), "alerts"));
        alerts.processValues(WriteJson::new, Named.as("write-json"))
                .to(topics.alertsJson().name(), produced(topics.alertsJson(), "alerts-json"));
        return builder.build();
    }

    /** Those that match what canaries are to match, by article id: each goes through a partition of the matches of its own. */
    private KStream<String, Match> canaries(KStream<String, EnrichedArticle> enriched) {
        return enriched.filter((id, article) -> isCanary(article), Named.as("canary"))
                .processValues(() -> new MatchCanary(entities), Named.as("match-canary"));
    }

    private static boolean isCanary(EnrichedArticle article) {
        return CanaryArticle.is(article.getArticle());
    }

    private static boolean isCanary(Match match) {
        return match.getWatchId().equals(CanaryArticle.WATCH_ID);
    }

    private OverTimeStep countOverTime() {
        OverTimeSettings over = new OverTimeSettings(
                partitions(),
                settings.lateness(),
                OverTimeSettings.SETTLE,
                OverTimeSettings.SWEEP,
                settings.historyPatience(),
                watches);
        return new OverTimeStep(over, metrics::late);
    }

    private MatchWatches matchWatches() {
        return new MatchWatches(
                new ArticleMatcher(entities, settings.disclosure()),
                watches,
                new AlertLimit(settings.recordLimitBytes()),
                metrics,
                tracing);
    }

    /** Each with its story, if that comes in time, at the partition of its watch; and progress at every partition. */
    private KStream<String, Match> matches(
            StreamsBuilder builder, KStream<String, MatchedArticle> matched, KStream<String, Match> canaries) {
        KStream<String, Arrival> stories = stream(builder, topics.stories(), "stories")
                .mapValues(story -> (Arrival) new Arrival.Told(story), Named.as("story-told"));
        KStream<String, Arrival> beats = stream(builder, topics.heartbeats(), "heartbeats")
                .mapValues(beat -> (Arrival) new Arrival.Beat(), Named.as("time-goes-on"));
        return matched.mapValues(
                        article -> (Arrival) new Arrival.Matched(article.matches()), Named.as("article-matched"))
                .merge(stories, Named.as("matches-and-stories"))
                .merge(beats, Named.as("matches-stories-and-time"))
                .process(
                        () -> new AwaitStory(settings.storyPatience(), metrics, tracing),
                        Named.as("await-story"),
                        AwaitStory.WAITING,
                        AwaitStory.DEADLINES,
                        AwaitStory.STORIES)
                .merge(canaries, Named.as("matches-and-canaries"))
                .repartition(Repartitioned.<String, Match>as("matches")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.matches().valueSerdeAnywhere())
                        .withStreamPartitioner(new ToPartitions())
                        .withNumberOfPartitions(partitions()));
    }

    private KStream<String, Signal> feedback(StreamsBuilder builder) {
        return stream(builder, topics.feedback(), "feedback")
                .selectKey((key, feedback) -> feedback.getWatchId(), Named.as("by-watch"))
                .repartition(Repartitioned.<String, Feedback>as("feedback-by-watch")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.feedback().valueSerdeAnywhere())
                        .withNumberOfPartitions(partitions()))
                .mapValues(feedback -> (Signal) new Signal.Said(feedback), Named.as("somebody-says"));
    }

    private KStream<String, Signal> history(StreamsBuilder builder) {
        return stream(builder, topics.watchHistory(), "watch-history")
                .mapValues(history -> (Signal) new Signal.Past(history), Named.as("found-again"));
    }

    private KStream<String, Signal> sourceChanges(StreamsBuilder builder) {
        // the serdes of a table are those of its topic, whatever is said of its store
        builder.table(
                topics.sources().name(),
                Consumed.with(topics.sources().keySerde(), topics.sources().valueSerdeAnywhere())
                        .withName("sources"),
                Materialized.<String, Source>as(Stores.inMemoryKeyValueStore(SourceChanges.SOURCES))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.sources().valueSerdeAnywhere()));
        return stream(builder, topics.sourceState(), "source-state")
                .process(
                        SourceChanges::new,
                        Named.as("changes-of-sources"),
                        SourceChanges.STATUSES,
                        SourceChanges.SOURCES)
                .repartition(Repartitioned.<String, SourceChange>as("source-changes")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topics.sourceChanges().valueSerdeAnywhere())
                        .withNumberOfPartitions(partitions()))
                .mapValues(change -> (Signal) new Signal.SourceChanged(change), Named.as("source-changed"));
    }

    private static List<KeyValue<String, AlertState>> byAlert(Signal signal) {
        return signal instanceof Signal.Stands stands
                ? List.of(KeyValue.pair(stands.state().getAlertId(), stands.state()))
                : List.of();
    }

    private int partitions() {
        return topics.heartbeats().settings().partitions();
    }

    private static <K, V> KStream<K, V> stream(StreamsBuilder builder, Topic<K, V> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name));
    }

    private static <K, V> Produced<K, V> produced(Topic<K, V> topic, String name) {
        return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }
}
