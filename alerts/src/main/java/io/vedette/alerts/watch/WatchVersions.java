package io.vedette.alerts.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a watch was before: the topic of watches keeps the last version of each, this one's every version, in one partition
 * and in the order in which they were written.  Read when somebody asks, each time with a consumer.  Thread-safe.
 */
public final class WatchVersions {

    /** Of a deletion, who did it: its value is null. */
    private static final String WHO = "vedette.who";

    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<String, Watch> topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Duration timeLimit;

    /** What became of the watch. */
    public enum What {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * A version.
     *
     * @param number its number; of a deletion, that of what was deleted
     * @param at when it was written; null if that is not known
     * @param who wrote it; null if that is not known
     * @param watch as it was; null for a deletion
     */
    public record Version(
            int number,
            @Nullable Instant at,
            @Nullable String who,
            What what,
            @Nullable Watch watch) {

        /** The version that a watch says it is, of which nothing else is known. */
        public static Version of(Watch watch) {
            What what = watch.getVersion() == 1 ? What.CREATED : What.CHANGED;
            return new Version(watch.getVersion(), watch.getUpdatedAt(), watch.getUpdatedBy(), what, watch);
        }
    }

    /**
     * What is known of a watch.
     *
     * @param versions the newest first
     * @param complete whether all was read in time
     */
    public record History(List<Version> versions, boolean complete) {

        public History {
            versions = List.copyOf(versions);
        }
    }

    /**
     * @param consumers makes a consumer that reads committed records only and has no group
     * @param timeLimit how long one reading may take
     */
    public WatchVersions(Topic<String, Watch> topic, Supplier<Consumer<byte[], byte[]>> consumers, Duration timeLimit) {
        this.topic = topic;
        this.consumers = consumers;
        this.timeLimit = timeLimit;
    }

    /**
     * The record of a version.
     *
     * @param watch null for a deletion
     * @param by who deletes it; a watch that is written says it itself
     */
    static ProducerRecord<String, Watch> record(
            Topic<String, Watch> topic, String id, @Nullable Watch watch, @Nullable String by) {
        ProducerRecord<String, Watch> record = new ProducerRecord<>(topic.name(), id, watch);
        if (watch == null && by != null) {
            record.headers().add(WHO, by.getBytes(UTF_8));
        }
        return record;
    }

    /**
     * All versions of a watch.
     *
     * @throws KafkaException if they can't be read
     */
    public History of(String watchId) {
        byte[] key = watchId.getBytes(UTF_8);
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        List<Version> versions = new ArrayList<>();
        boolean complete;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + timeLimit.toNanos();
            while (consumer.position(partition) < end && System.nanoTime() - deadline < 0) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (Arrays.equals(record.key(), key)) {
                        versions.add(version(record, versions));
                    }
                }
            }
            complete = consumer.position(partition) >= end;
        }
        Collections.reverse(versions);
        return new History(versions, complete);
    }

    private Version version(ConsumerRecord<byte[], byte[]> record, List<Version> before) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Version last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (record.value() == null) {
            Header who = record.headers().lastHeader(WHO);
            return new Version(
                    last == null ? 0 : last.number(),
                    at,
                    who == null ? null : new String(who.value(), UTF_8),
                    What.DELETED,
                    null);
        }
        Watch watch = topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
        boolean isNew = watch.getVersion() == 1 || last != null && last.what() == What.DELETED;
        return new Version(watch.getVersion(), at, watch.getUpdatedBy(), isNew ? What.CREATED : What.CHANGED, watch);
    }
}
