package io.vedette.runtime.trail;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the audit log from somewhere on, in its order; its topic has one partition.  Each call has a consumer.  Thread-safe. */
final class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<String, AuditEntry> topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Duration timeLimit;

    /**
     * @param consumers makes a consumer that reads committed records only and has no group
     * @param timeLimit how long one call may read
     */
    AuditTrail(Topic<String, AuditEntry> topic, Supplier<Consumer<byte[], byte[]>> consumers, Duration timeLimit) {
        this.topic = topic;
        this.consumers = consumers;
        this.timeLimit = timeLimit;
    }

    /**
     * Where to begin: at an offset, or at a time, or at the beginning.
     *
     * @param offset null where the time says it
     * @param time of the first entry; null for the beginning
     */
    record Start(@Nullable Long offset, @Nullable Instant time) {}

    /**
     * Some entries.
     *
     * @param next the offset behind the last one that was looked at
     * @param more whether there was something behind it
     */
    record Page(List<AuditEntry> entries, long next, boolean more) {}

    /**
     * The entries from there on that are wanted.
     *
     * @param limit so many at most; fewer, too, if the time is up before they are found
     * @throws KafkaException if the topic can't be read
     */
    Page read(Start start, Predicate<AuditEntry> wanted, int limit) {
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long next = Math.max(first, Math.min(end, begin(consumer, partition, start, first, end)));
            consumer.seek(partition, next);
            return read(consumer, partition, next, end, wanted, limit);
        }
    }

    private static long begin(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, Start start, long first, long end) {
        Instant time = start.time();
        Long offset = start.offset();
        if (offset != null) {
            return offset;
        }
        if (time == null) {
            return first;
        }
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
        return found == null ? end : found.offset();
    }

    private Page read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long end,
            Predicate<AuditEntry> wanted,
            int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        long deadline = System.nanoTime() + timeLimit.toNanos();
        long next = from;
        while (next < end && entries.size() < limit && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (entries.size() == limit || record.offset() >= end) {
                    return new Page(entries, next, record.offset() < end);
                }
                next = record.offset() + 1;
                AuditEntry entry = entry(record);
                if (entry != null && wanted.test(entry)) {
                    entries.add(entry);
                }
            }
            // behind the last record there may be offsets that hold none
            next = Math.max(next, consumer.position(partition));
        }
        return new Page(entries, next, next < end);
    }

    /** Null of what makes none, which must not hide what comes after it. */
    private @Nullable AuditEntry entry(ConsumerRecord<byte[], byte[]> record) {
        try {
            AuditEntry entry = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (entry != null && entry.getAt() == null) {
                entry.setAt(Instant.ofEpochMilli(record.timestamp()));
            }
            return entry;
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("skipped an entry that can't be read: {}", Trouble.describe(e));
            return null;
        }
    }
}
