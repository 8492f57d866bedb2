package io.vedette.runtime.config;

import io.vedette.schemas.TopicSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names, sizes and retention of the topics.
 *
 * @param prefix in front of every topic's name
 * @param partitions of the topics that carry articles and alerts
 * @param replication replicas of each partition; -1 takes the broker's default
 * @param maxRecordBytes the largest record that the broker takes
 * @param retention how long records are kept, by topic name without prefix; what is not named keeps its default
 */
public record TopicsConfig(
        @Default("vedette.") String prefix,
        @Default("6") int partitions,
        @Default("-1") int replication,
        @Default("2097152") int maxRecordBytes,
        Map<String, Duration> retention) {

    /** The topics that forget by age. */
    static final List<String> RETAINED = List.of(
            "articles",
            "enriched",
            "fingerprints",
            "stories",
            "alerts",
            "alerts.json",
            "alert-state",
            "alerted-articles",
            "deliveries",
            "delivery-state",
            "article-history",
            "watch-history",
            "watch-versions",
            "articles.backfill",
            "enriched.backfill",
            "heartbeats",
            "canaries",
            "audit",
            "ingest.dead-letters",
            "enrich.dead-letters",
            "alerts.dead-letters");

    public TopicsConfig {
        Require.matches("prefix", prefix, "[a-zA-Z0-9._-]{0,200}", "give letters, digits, dots, hyphens, underscores");
        Require.range("partitions", partitions, 1, 10_000);
        if (replication != -1) {
            Require.range("replication", replication, 1, 100);
        }
        Require.range("maxRecordBytes", maxRecordBytes, 1_000_000, 1 << 30);
        retention = named(retention);
    }

    /** As the schemas' module takes them. */
    public TopicSettings settings() {
        return new TopicSettings(prefix, partitions, (short) replication, maxRecordBytes, retention);
    }

    private static Map<String, Duration> named(Map<String, Duration> given) {
        Map<String, Duration> named = new TreeMap<>();
        given.forEach((key, duration) -> named.put(topic(key), duration));
        return Map.copyOf(named);
    }

    /** Environment variables have no hyphens: {@code alerted.articles} means {@code alerted-articles} too. */
    private static String topic(String key) {
        return RETAINED.stream()
                .filter(topic -> topic.replace('-', '.').equals(key.replace('-', '.')))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "retention",
                        "names \"" + key + "\", which is no topic that forgets by age; name one of "
                                + String.join(", ", RETAINED)));
    }
}
