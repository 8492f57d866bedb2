package io.vedette.alerts.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.query.Entities;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * From tagged articles to alerts.
 *
 * <pre>
 * enriched ─> match-watches ─> matches (by watch id) ─┬─> raise-alert ─┬─> alerts
 *                 │                      heartbeats ──┘                └─> write-json ─> alerts.json
 *                 └─> alerted-articles
 * </pre>
 *
 * <p>Heartbeats are co-partitioned with the matches: each task that raises alerts has a partition of both.
 */
public final class AlertingTopology {

    private final Topics topics;
    private final Entities entities;
    private final Supplier<WatchSnapshot> watches;
    private final Settings settings;
    private final AlertMetrics metrics;

    /**
     * What can be set.
     *
     * @param memory for how long an alert is remembered, so that it is raised once
     * @param recordLimitBytes the largest value that is written
     */
    public record Settings(Duration memory, int recordLimitBytes) {}

    /**
     * @param topics what is read and written
     * @param entities those that the watches were compiled with
     * @param watches the watches of the moment; asked for each article
     * @param meters where matches are counted and timed
     */
    public AlertingTopology(
            Topics topics,
            Entities entities,
            Supplier<WatchSnapshot> watches,
            Settings settings,
            MeterRegistry meters) {
        this.topics = topics;
        this.entities = entities;
        this.watches = watches;
        this.settings = settings;
        this.metrics = new AlertMetrics(meters);
    }

    /** A new topology, always the same. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(raisedStore());
        builder.addStateStore(heldStore());

        KStream<String, MatchedArticle> matched = builder.stream(
                        topics.enriched().name(), consumed(topics.enriched(), "enriched"))
                .processValues(this::matchWatches, Named.as("match-watches"));
        matched.mapValues(MatchedArticle::article, Named.as("copy-article"))
                .to(topics.alertedArticles().name(), produced(topics.alertedArticles(), "alerted-articles"));

        KStream<String, Alert> alerts = matched.flatMap(
                        (articleId, match) -> byWatch(match.alerts()), Named.as("one-for-each-watch"))
                .repartition(Repartitioned.<String, Alert>as("matches")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(internalAlerts())
                        .withNumberOfPartitions(topics.heartbeats().settings().partitions()))
                .merge(heartbeats(builder), Named.as("matches-and-time"))
                .process(
                        () -> new RaiseAlert(watches, settings.memory(), metrics),
                        Named.as("raise-alert"),
                        RaiseAlert.RAISED,
                        RaiseAlert.HELD);
        alerts.to(topics.alerts().name(), produced(topics.alerts(), "alerts"));
        alerts.processValues(WriteJson::new, Named.as("write-json"))
                .to(topics.alertsJson().name(), produced(topics.alertsJson(), "alerts-json"));
        return builder.build();
    }

    private MatchWatches matchWatches() {
        return new MatchWatches(
                new ArticleMatcher(entities), watches, new AlertLimit(settings.recordLimitBytes()), metrics);
    }

    private KStream<String, @Nullable Alert> heartbeats(StreamsBuilder builder) {
        return builder.stream(topics.heartbeats().name(), consumed(topics.heartbeats(), "heartbeats"))
                .mapValues(beat -> null, Named.as("time-goes-on"));
    }

    private static List<KeyValue<String, Alert>> byWatch(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> KeyValue.pair(alert.getWatchId(), alert))
                .toList();
    }

    private StoreBuilder<WindowStore<String, Long>> raisedStore() {
        Duration smallestWindow = Duration.ofMillis(1);
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(RaiseAlert.RAISED, settings.memory(), smallestWindow, false),
                Serdes.String(),
                Serdes.Long());
    }

    private StoreBuilder<KeyValueStore<String, Alert>> heldStore() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(RaiseAlert.HELD), Serdes.String(), internalAlerts());
    }

    /**
     * Alerts on internal topics are written as those on the alerts topic are, under that topic's subject.  So they can be
     * read after an upgrade of the schema, and nobody has to register subjects for topics that Streams names.
     */
    private Serde<Alert> internalAlerts() {
        Topic<String, Alert> alerts = topics.alerts();
        Serde<Alert> serde = alerts.valueSerde();
        return Serdes.serdeFrom(
                (ignored, alert) -> serde.serializer().serialize(alerts.name(), alert),
                (ignored, bytes) -> serde.deserializer().deserialize(alerts.name(), bytes));
    }

    private static <K, V> Consumed<K, V> consumed(Topic<K, V> topic, String name) {
        return Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    private static <K, V> Produced<K, V> produced(Topic<K, V> topic, String name) {
        return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
    }
}
