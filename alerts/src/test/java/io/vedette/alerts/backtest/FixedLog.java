package io.vedette.alerts.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Topics that nobody writes to any more, and consumers of them. */
final class FixedLog {

    private final int partitions;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

    FixedLog(int partitions, String... topics) {
        this.partitions = partitions;
        for (String topic : topics) {
            for (int i = 0; i < partitions; i++) {
                records.put(new TopicPartition(topic, i), new ArrayList<>());
            }
        }
    }

    <V> void add(String topic, String key, V value, Serde<V> serde, Instant at) {
        byte[] bytes = key.getBytes();
        int partition = Utils.toPositive(Utils.murmur2(bytes)) % partitions;
        List<ConsumerRecord<byte[], byte[]>> log = records.get(new TopicPartition(topic, partition));
        byte[] written = serde.serializer().serialize(topic, value);
        log.add(new ConsumerRecord<>(
                topic,
                partition,
                log.size(),
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                bytes.length,
                written.length,
                bytes,
                written,
                new RecordHeaders(),
                java.util.Optional.empty()));
    }

    Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
            @Override
            public synchronized void assign(Collection<TopicPartition> assigned) {
                super.assign(assigned);
                assigned.forEach(partition -> {
                    updateBeginningOffsets(Map.of(partition, 0L));
                    records.get(partition).forEach(this::addRecord);
                });
            }

            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> times) {
                Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
                times.forEach((partition, time) -> found.put(
                        partition,
                        records.get(partition).stream()
                                .filter(record -> record.timestamp() >= time)
                                .findFirst()
                                .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                                .orElse(null)));
                return found;
            }
        };
        Map<String, List<PartitionInfo>> infos = new HashMap<>();
        records.forEach((partition, log) -> {
            consumer.updateEndOffsets(Map.of(partition, (long) log.size()));
            infos.computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                    .add(new PartitionInfo(
                            partition.topic(), partition.partition(), Node.noNode(), new Node[0], new Node[0]));
        });
        infos.forEach(consumer::updatePartitions);
        return consumer;
    }
}
