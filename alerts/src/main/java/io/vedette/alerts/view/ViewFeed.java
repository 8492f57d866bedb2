package io.vedette.alerts.view;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the topics into the index, from where the index was committed.  Every instance reads all partitions with a consumer
 * of its own, outside any group.  For one thread.
 */
final class ViewFeed {

    private static final int MOST_RECORDS = 5_000;
    private static final long MOST_BYTES = 32L << 20;

    private final ViewTopics topics;
    private final ViewIndex index;
    private final ViewWriter writer;
    private final Settings settings;
    private final Listener listener;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /**
     * @param articles for how long articles are kept
     * @param alerts for how long alerts are kept
     */
    record Settings(Duration articles, Duration alerts, Duration refresh, Duration commitInterval) {}

    /** Is told how it goes. */
    interface Listener {

        /** All that was there in the beginning has been read. */
        void caughtUp();

        /** So much of what was there in the beginning is still to be read. */
        void behind(long records);

        void unreadable();
    }

    ViewFeed(ViewTopics topics, ViewIndex index, ViewWriter writer, Settings settings, Listener listener, Clock clock) {
        this.topics = topics;
        this.index = index;
        this.writer = writer;
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
    }

    /** Reads until that is so; what was read by then is committed. */
    void follow(Consumer<byte[], byte[]> reading, BooleanSupplier end) throws IOException {
        List<TopicPartition> partitions = partitions(reading);
        reading.assign(partitions);
        Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
        seek(reading, partitions, ends);
        long committed = System.nanoTime();
        boolean behind = true;
        while (!end.getAsBoolean()) {
            Batch batch = new Batch();
            read(reading, batch, end);
            if (!batch.isEmpty()) {
                for (int refused = writer.apply(batch); refused > 0; refused--) {
                    listener.unreadable();
                }
            }
            partitions.forEach(partition -> positions.put(partition, reading.position(partition)));
            if (behind) {
                behind = tellHowFar(ends);
            }
            if (System.nanoTime() - committed >= settings.commitInterval().toNanos()) {
                expireAndCommit();
                committed = System.nanoTime();
            }
        }
        index.commit(positions);
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
        return topics.names().stream()
                .flatMap(topic -> {
                    List<TopicPartition> partitions = reading.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
                    if (partitions.isEmpty()) {
                        throw new KafkaException(
                                "there is no topic " + topic + "; create it with: vedette topics create");
                    }
                    return partitions.stream();
                })
                .toList();
    }

    /** Goes on where the index ends; if the topics end before that, they are others than it was built from. */
    private void seek(Consumer<byte[], byte[]> reading, List<TopicPartition> partitions, Map<TopicPartition, Long> ends)
            throws IOException {
        Map<TopicPartition, Long> known = index.offsets();
        if (known.entrySet().stream().anyMatch(one -> one.getValue() > ends.getOrDefault(one.getKey(), 0L))) {
            index.clear();
            known = Map.of();
        }
        Map<TopicPartition, Long> beginnings = reading.beginningOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> recent = reading.offsetsForTimes(oldest(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp wanted = recent.get(partition);
            long first = wanted == null ? ends.getOrDefault(partition, 0L) : wanted.offset();
            long next = Math.max(first, known.getOrDefault(partition, 0L));
            reading.seek(partition, Math.max(next, beginnings.getOrDefault(partition, 0L)));
        }
    }

    /** What is older would only be removed again. */
    private Map<TopicPartition, Long> oldest(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> times = new HashMap<>();
        Instant now = clock.instant();
        for (TopicPartition partition : partitions) {
            times.put(
                    partition,
                    Math.max(0, now.minus(topics.kept(partition.topic())).toEpochMilli()));
        }
        return times;
    }

    /** What comes until the next refresh is due, or as much of it as should be in memory. */
    private void read(Consumer<byte[], byte[]> reading, Batch batch, BooleanSupplier end) {
        long begun = System.nanoTime();
        long bytes = 0;
        int count = 0;
        Duration left = settings.refresh();
        while (!left.isNegative() && count < MOST_RECORDS && bytes < MOST_BYTES && !end.getAsBoolean()) {
            ConsumerRecords<byte[], byte[]> records = reading.poll(left);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (!topics.add(record, batch)) {
                    listener.unreadable();
                }
                bytes += Math.max(0, record.serializedValueSize());
            }
            count += records.count();
            left = settings.refresh().minusNanos(System.nanoTime() - begun);
        }
    }

    private boolean tellHowFar(Map<TopicPartition, Long> ends) {
        long left = ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
        listener.behind(left);
        if (left == 0) {
            listener.caughtUp();
        }
        return left > 0;
    }

    private void expireAndCommit() throws IOException {
        Instant now = clock.instant();
        writer.expire(now.minus(settings.articles()), now.minus(settings.alerts()));
        index.commit(positions);
    }
}
