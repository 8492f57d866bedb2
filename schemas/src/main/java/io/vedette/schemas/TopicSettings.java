package io.vedette.schemas;

import java.time.Duration;
import java.util.Map;

/**
 * What an operator may change about the topics.
 *
 * @param prefix in front of every topic's name, "vedette." by default; may be empty
 * @param partitions of the topics that carry articles and alerts, from 1
 * @param replication replicas of each partition; -1 takes the broker's default
 * @param maxRecordBytes the largest record that the broker takes, 2 MB by default
 * @param retention how long records are kept, by topic name without prefix; what is not named keeps its default
 */
public record TopicSettings(
        String prefix, int partitions, short replication, int maxRecordBytes, Map<String, Duration> retention) {

    public static final TopicSettings DEFAULTS =
            new TopicSettings("vedette.", 6, (short) -1, 2 * 1024 * 1024, Map.of());

    public TopicSettings {
        if (!prefix.matches("[a-zA-Z0-9._-]*")) {
            throw new IllegalArgumentException("topics.prefix: '" + prefix
                    + "' has characters that no topic name may have; use letters, digits, . _ -");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("topics.partitions: " + partitions + " is too few; use 1 or more");
        }
        if (replication == 0 || replication < -1) {
            throw new IllegalArgumentException(
                    "topics.replication: " + replication + "; use 1 or more, or -1 for the broker's default");
        }
        if (maxRecordBytes < 1024) {
            throw new IllegalArgumentException("topics.maxRecordBytes: " + maxRecordBytes + "; use 1024 or more");
        }
        retention = Map.copyOf(retention);
    }

    public TopicSettings withPartitions(int partitions) {
        return new TopicSettings(prefix, partitions, replication, maxRecordBytes, retention);
    }
}
