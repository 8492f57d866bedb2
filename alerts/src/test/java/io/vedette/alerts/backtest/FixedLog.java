package io.vedette.alerts.backtest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Topics that nobody writes to any more, and consumers of them. */
public final class FixedLog {

    private final int partitions;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final Map<TopicPartition, Long> beginnings = new HashMap<>();

    public FixedLog(int partitions, String... topics) {
        this.partitions = partitions;
        for (String topic : topics) {
            for (int i = 0; i < partitions; i++) {
                records.put(new TopicPartition(topic, i), new ArrayList<>());
                beginnings.put(new TopicPartition(topic, i), 0L);
            }
        }
    }

    /** Where Kafka's producers send a key. */
    int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    public <V> void add(String topic, String key, V value, Serde<V> serde, Instant at) {
        add(
                topic,
                partition(key),
                key.getBytes(StandardCharsets.UTF_8),
                serde.serializer().serialize(topic, value),
                at);
    }

    /** A record without a key. */
    void add(String topic, int partition, byte[] value, Instant at) {
        add(topic, partition, null, value, at);
    }

    private void add(String topic, int partition, byte @Nullable [] key, byte[] value, Instant at) {
        List<ConsumerRecord<byte[], byte[]>> log = records.get(new TopicPartition(topic, partition));
        log.add(new ConsumerRecord<>(
                topic,
                partition,
                log.size(),
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key == null ? 0 : key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    /** Retention takes what is older. */
    void expire(String topic, Instant before) {
        for (int i = 0; i < partitions; i++) {
            TopicPartition partition = new TopicPartition(topic, i);
            records.get(partition).stream()
                    .filter(record -> record.timestamp() < before.toEpochMilli())
                    .forEach(record -> beginnings.merge(partition, record.offset() + 1, Math::max));
        }
    }

    public Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
            @Override
            public synchronized void assign(Collection<TopicPartition> assigned) {
                super.assign(assigned);
                assigned.forEach(partition -> retained(partition).forEach(this::addRecord));
            }

            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> times) {
                Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
                times.forEach((partition, time) -> found.put(
                        partition,
                        retained(partition).stream()
                                .filter(record -> record.timestamp() >= time)
                                .findFirst()
                                .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                                .orElse(null)));
                return found;
            }
        };
        Map<String, List<PartitionInfo>> infos = new HashMap<>();
        consumer.updateBeginningOffsets(beginnings);
        records.forEach((partition, log) -> {
            consumer.updateEndOffsets(Map.of(partition, (long) log.size()));
            infos.computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                    .add(new PartitionInfo(
                            partition.topic(), partition.partition(), Node.noNode(), new Node[0], new Node[0]));
        });
        infos.forEach(consumer::updatePartitions);
        return consumer;
    }

    private List<ConsumerRecord<byte[], byte[]>> retained(TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> log = records.get(partition);
        return log.subList(beginnings.get(partition).intValue(), log.size());
    }
}
