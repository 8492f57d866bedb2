package io.vedette.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A topic with the types of its keys and values, and how it is to be created.
 *
 * @param name the full name, prefix included
 * @param keySerde how keys are written and read
 * @param valueSerde how values are written and read
 * @param valueType the Avro record of the values; null where they are not Avro
 * @param settings how it is created
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        @Nullable Class<V> valueType,
        Settings settings) {

    private static final int COMPACTED_SEGMENT_BYTES = 64 * 1024 * 1024;

    /** What a topic keeps. */
    public enum Cleanup {
        DELETE,
        COMPACT,
        /** By key, and by age: what nobody wrote again for so long goes too. */
        COMPACT_AND_DELETE
    }

    /**
     * How a topic is created.
     *
     * @param partitions how many, from 1
     * @param replication replicas of each partition; -1 takes the broker's default
     * @param cleanup whether old records go by age or by key
     * @param retention how long records are kept when they go by age
     * @param appendTime whether the broker stamps records with the time of appending, whatever the producer says
     * @param maxRecordBytes the largest record that the broker takes
     */
    public record Settings(
            int partitions,
            short replication,
            Cleanup cleanup,
            Duration retention,
            boolean appendTime,
            int maxRecordBytes) {}

    /** The value's subject under the topic name strategy. */
    public String valueSubject() {
        return name + "-value";
    }

    /**
     * A serde for these values in topics and stores that have other names and no schema of their own.  It writes and reads
     * all of them as if they were this topic: the schema may be upgraded, and nobody has to register one for a topic that
     * Kafka Streams names and creates.
     */
    public Serde<V> valueSerdeAnywhere() {
        return Serdes.serdeFrom(
                (elsewhere, value) -> valueSerde.serializer().serialize(name, value),
                (elsewhere, bytes) -> valueSerde.deserializer().deserialize(name, bytes));
    }

    /** What to give to an admin client to create it. */
    public NewTopic toNewTopic() {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(settings.maxRecordBytes()));
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, policy());
        if (settings.cleanup() != Cleanup.COMPACT) {
            configs.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(settings.retention().toMillis()));
        }
        if (settings.cleanup() != Cleanup.DELETE) {
            // nothing of the newest segment is compacted: with Kafka's gigabyte a small state stays a gigabyte to read
            configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(COMPACTED_SEGMENT_BYTES));
        }
        if (settings.appendTime()) {
            configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        }
        return new NewTopic(name, settings.partitions(), settings.replication()).configs(configs);
    }

    private String policy() {
        return switch (settings.cleanup()) {
            case DELETE -> TopicConfig.CLEANUP_POLICY_DELETE;
            case COMPACT -> TopicConfig.CLEANUP_POLICY_COMPACT;
            case COMPACT_AND_DELETE -> TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;
        };
    }
}
