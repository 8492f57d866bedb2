package io.vedette.schemas;

import io.vedette.schemas.Topic.Cleanup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic of Vedette: the one place that knows their names, keys, values and how they are created.  Immutable.
 *
 * <p>All of Vedette's consumers read {@code read_committed}; so should yours.
 */
public final class Topics {

    private static final Serde<String> STRING = Serdes.String();

    private final TopicSettings settings;
    private final List<Topic<?, ?>> all = new ArrayList<>();
    private final List<Topic<?, ?>> internal = new ArrayList<>();
    private final Topic<String, Article> articles;
    private final Topic<String, EnrichedArticle> enriched;
    private final Topic<String, Article> articlesBackfill;
    private final Topic<String, EnrichedArticle> enrichedBackfill;
    private final Topic<String, Fingerprint> fingerprints;
    private final Topic<String, Story> stories;
    private final Topic<String, Watch> watches;
    private final Topic<String, Alert> alerts;
    private final Topic<String, String> alertsJson;
    private final Topic<String, Match> matches;
    private final Topic<String, WatchPace> watchPace;
    private final Topic<String, AlertState> alertState;
    private final Topic<String, EnrichedArticle> alertedArticles;
    private final Topic<String, Watch> watchVersions;
    private final Topic<String, Feedback> feedback;
    private final Topic<String, Delivery> deliveries;
    private final Topic<String, DeliveryState> deliveryState;
    private final Topic<String, Source> sources;
    private final Topic<String, SourceState> sourceState;
    private final Topic<String, SourceChange> sourceChanges;
    private final Topic<String, SourceTold> sourcesTold;
    private final Topic<String, IngestProgress> ingestState;
    private final Topic<String, ArticleHistory> articleHistory;
    private final Topic<String, KnownArticle> knownArticles;
    private final Topic<String, WatchHistory> watchHistory;
    private final Topic<String, ApiKey> keys;
    private final Topic<String, AuditEntry> audit;
    private final Topic<String, byte[]> heartbeats;
    private final Topic<String, byte[]> canaries;
    private final Topic<byte[], byte[]> ingestDeadLetters;
    private final Topic<byte[], byte[]> enrichDeadLetters;
    private final Topic<byte[], byte[]> alertsDeadLetters;

    /**
     * @param settings names, partitions, replication and retention
     * @param serdes how Avro values are written and read
     */
    public Topics(TopicSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        Sizes many = new Sizes(settings.partitions(), Cleanup.DELETE, false);
        Sizes compacted = new Sizes(1, Cleanup.COMPACT, false);
        articles = avro("articles", Article.class, serdes, new Sizes(settings.partitions(), Cleanup.DELETE, true), 30);
        enriched = avro("enriched", EnrichedArticle.class, serdes, many, 30);
        fingerprints = avro("fingerprints", Fingerprint.class, serdes, new Sizes(1, Cleanup.DELETE, false), 7);
        Sizes manyCompacted = new Sizes(settings.partitions(), Cleanup.COMPACT_AND_DELETE, false);
        stories = avro("stories", Story.class, serdes, manyCompacted, 30);
        watches = avro("watches", Watch.class, serdes, compacted, 0);
        alerts = avro("alerts", Alert.class, serdes, many, 90);
        alertsJson = add(new Topic<>(name("alerts.json"), STRING, STRING, null, created("alerts.json", many, 90)));
        matches = internal("matches", Match.class, serdes, many);
        watchPace = internal("watch-pace", WatchPace.class, serdes, many);
        alertState = avro("alert-state", AlertState.class, serdes, manyCompacted, 90);
        alertedArticles = avro("alerted-articles", EnrichedArticle.class, serdes, many, 90);
        Sizes kept = new Sizes(settings.partitions(), Cleanup.COMPACT, false);
        feedback = avro("feedback", Feedback.class, serdes, kept, 0);
        deliveries = avro("deliveries", Delivery.class, serdes, many, 90);
        deliveryState = avro("delivery-state", DeliveryState.class, serdes, manyCompacted, 90);
        sources = avro("sources", Source.class, serdes, kept, 0);
        sourceState = avro("source-state", SourceState.class, serdes, kept, 0);
        sourceChanges = internal("source-changes", SourceChange.class, serdes, many);
        sourcesTold = internal("sources-told", SourceTold.class, serdes, many);
        articleHistory = avro("article-history", ArticleHistory.class, serdes, manyCompacted, 30);
        knownArticles = internal("known-articles", KnownArticle.class, serdes, many);
        ingestState = avro("ingest-state", IngestProgress.class, serdes, compacted, 0);
        Sizes stamped = new Sizes(settings.partitions(), Cleanup.DELETE, true);
        watchHistory = avro("watch-history", WatchHistory.class, serdes, stamped, 7);
        watchVersions = avro("watch-versions", Watch.class, serdes, new Sizes(1, Cleanup.DELETE, true), 3_650);
        articlesBackfill = avro("articles.backfill", Article.class, serdes, stamped, 7);
        enrichedBackfill = avro("enriched.backfill", EnrichedArticle.class, serdes, many, 7);
        heartbeats = add(
                new Topic<>(name("heartbeats"), STRING, Serdes.ByteArray(), null, created("heartbeats", stamped, 1)));
        canaries = add(new Topic<>(name("canaries"), STRING, Serdes.ByteArray(), null, created("canaries", many, 1)));
        keys = avro("keys", ApiKey.class, serdes, compacted, 0);
        audit = avro("audit", AuditEntry.class, serdes, new Sizes(1, Cleanup.DELETE, true), 365);
        ingestDeadLetters = deadLetters("ingest");
        enrichDeadLetters = deadLetters("enrich");
        alertsDeadLetters = deadLetters("alerts");
    }

    /** Articles as they come in; keyed by article id, or by anything: enrichment puts foreign keys right. */
    public Topic<String, Article> articles() {
        return articles;
    }

    /** Articles with their mentions and claims, each once; keyed by article id. */
    public Topic<String, EnrichedArticle> enriched() {
        return enriched;
    }

    /** Articles as they come in on a lane. */
    public Topic<String, Article> articles(Lane lane) {
        return lane == Lane.LIVE ? articles : articlesBackfill;
    }

    /** Articles of a lane with their mentions and claims, each once; keyed by article id. */
    public Topic<String, EnrichedArticle> enriched(Lane lane) {
        return lane == Lane.LIVE ? enriched : enrichedBackfill;
    }

    /** What tells the stories of articles apart, by article id: one partition, so that all have one order. */
    public Topic<String, Fingerprint> fingerprints() {
        return fingerprints;
    }

    /** The story of each article, by article id. */
    public Topic<String, Story> stories() {
        return stories;
    }

    /** Watches by watch id; a tombstone deletes. */
    public Topic<String, Watch> watches() {
        return watches;
    }

    /** Alerts by watch id, each once. */
    public Topic<String, Alert> alerts() {
        return alerts;
    }

    /** The same alerts as JSON, for those without a schema registry. */
    public Topic<String, String> alertsJson() {
        return alertsJson;
    }

    /**
     * What the matcher says to those who remember, by watch id.  Kafka Streams names and makes that topic by itself, for
     * each application one: this is only its record, under a subject that is registered as the others are.
     */
    public Topic<String, Match> matches() {
        return matches;
    }

    /** How fast each watch speaks, by watch id: a record of a store, registered as that of {@link #matches} is. */
    public Topic<String, WatchPace> watchPace() {
        return watchPace;
    }

    /** How things stand with what was alerted: counts, updates, what people said; by the id of the first alert. */
    public Topic<String, AlertState> alertState() {
        return alertState;
    }

    /** What people say to alerts and watches: by alert id, a silence by watch id. */
    public Topic<String, Feedback> feedback() {
        return feedback;
    }

    /** Each attempt to deliver an alert; by alert id. */
    public Topic<String, Delivery> deliveries() {
        return deliveries;
    }

    /**
     * What is still to deliver, by alert id, slash, channel; a tombstone once nothing is.  Each record is in the partition
     * that its alert has in {@link #alerts()}.
     */
    public Topic<String, DeliveryState> deliveryState() {
        return deliveryState;
    }

    /**
     * The alerts of one channel, for those who subscribe to a topic of their own: created and kept as {@link #alerts()}.
     * Not among {@link #all()}, for channels come from configuration.
     *
     * @param channel the name of the channel
     */
    public Topic<String, Alert> channelAlerts(String channel) {
        return new Topic<>(channelName(channel), STRING, alerts.valueSerde(), Alert.class, alerts.settings());
    }

    /** The same as JSON, in the form of {@link #alertsJson()}. */
    public Topic<String, String> channelAlertsJson(String channel) {
        return new Topic<>(channelName(channel), STRING, STRING, null, alerts.settings());
    }

    /** A copy of each article that raised an alert, kept as long as the alerts; by article id. */
    public Topic<String, EnrichedArticle> alertedArticles() {
        return alertedArticles;
    }

    /** Where articles come from, by source id; a tombstone deletes.  Who is assigned a partition polls its sources. */
    public Topic<String, Source> sources() {
        return sources;
    }

    /** How each source does, by source id, in the partition of {@link #sources()}. */
    public Topic<String, SourceState> sourceState() {
        return sourceState;
    }

    /** Sources that have become healthy or unhealthy, by built-in watch: registered as {@link #matches} is. */
    public Topic<String, SourceChange> sourceChanges() {
        return sourceChanges;
    }

    /** What was told of the health of sources, by source id: a record of a store, registered as {@link #matches} is. */
    public Topic<String, SourceTold> sourcesTold() {
        return sourcesTold;
    }

    /** Who had an article and how it changed, by article id. */
    public Topic<String, ArticleHistory> articleHistory() {
        return articleHistory;
    }

    /** What enrichment remembers of articles, by article id: a record of a store, registered as that of {@link #matches} is. */
    public Topic<String, KnownArticle> knownArticles() {
        return knownArticles;
    }

    /** How far each source has been read; by source id. */
    public Topic<String, IngestProgress> ingestState() {
        return ingestState;
    }

    /**
     * What the retained articles say of new queries over time; by watch id, in as many partitions as {@link #matches()}.
     * The broker stamps them, for they must not be ahead of time.
     */
    public Topic<String, WatchHistory> watchHistory() {
        return watchHistory;
    }

    /** Every version of each watch that was written over HTTP, in one order, stamped by the broker; null for a deletion. */
    public Topic<String, Watch> watchVersions() {
        return watchVersions;
    }

    /**
     * One empty record a second for each partition, so that time goes on where no articles come.  The broker stamps them
     * as it does articles: no clock of a service can end an embargo early.
     */
    public Topic<String, byte[]> heartbeats() {
        return heartbeats;
    }

    /** Where articles end that Vedette wrote to itself, once they were matched; by article id, empty. */
    public Topic<String, byte[]> canaries() {
        return canaries;
    }

    /** Keys to the HTTP API, as hashes, by the key's id; a tombstone revokes. */
    public Topic<String, ApiKey> keys() {
        return keys;
    }

    /** What was changed over HTTP by whom, and what was refused, in one order, stamped by the broker; by who. */
    public Topic<String, AuditEntry> audit() {
        return audit;
    }

    /** What ingest could not read, as it was. */
    public Topic<byte[], byte[]> ingestDeadLetters() {
        return ingestDeadLetters;
    }

    /** What enrichment could not process: original key, value and headers, and error headers. */
    public Topic<byte[], byte[]> enrichDeadLetters() {
        return enrichDeadLetters;
    }

    /** What alerting could not process: original key, value and headers, and error headers. */
    public Topic<byte[], byte[]> alertsDeadLetters() {
        return alertsDeadLetters;
    }

    /** Every topic, in the order of the flow. */
    public List<Topic<?, ?>> all() {
        return List.copyOf(all);
    }

    /** Records of topics that Kafka Streams makes: never to be created, but registered. */
    public List<Topic<?, ?>> internal() {
        return List.copyOf(internal);
    }

    private String channelName(String channel) {
        return name("alerts." + channel);
    }

    private record Sizes(int partitions, Cleanup cleanup, boolean appendTime) {}

    private String name(String suffix) {
        return settings.prefix() + suffix;
    }

    private <V extends SpecificRecord> Topic<String, V> avro(
            String suffix, Class<V> type, AvroSerdes serdes, Sizes sizes, int days) {
        return add(new Topic<>(name(suffix), STRING, serdes.of(type), type, created(suffix, sizes, days)));
    }

    private <V extends SpecificRecord> Topic<String, V> internal(
            String suffix, Class<V> type, AvroSerdes serdes, Sizes sizes) {
        Topic<String, V> topic = new Topic<>(name(suffix), STRING, serdes.of(type), type, created(suffix, sizes, 1));
        internal.add(topic);
        return topic;
    }

    private Topic<byte[], byte[]> deadLetters(String service) {
        String suffix = service + ".dead-letters";
        return add(new Topic<>(
                name(suffix),
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                null,
                created(suffix, new Sizes(1, Cleanup.DELETE, false), 30)));
    }

    private Topic.Settings created(String suffix, Sizes sizes, int days) {
        Map<String, Duration> retention = settings.retention();
        return new Topic.Settings(
                sizes.partitions(),
                settings.replication(),
                sizes.cleanup(),
                retention.getOrDefault(suffix, Duration.ofDays(days)),
                sizes.appendTime(),
                settings.maxRecordBytes());
    }

    private <K, V> Topic<K, V> add(Topic<K, V> topic) {
        all.add(topic);
        return topic;
    }
}
