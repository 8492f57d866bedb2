package io.vedette.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic from its beginning, committed records only, and remembers everything. */
final class CommittedReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> endAtStart;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    CommittedReader(String bootstrapServers, String topic) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false"));
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        endAtStart = consumer.endOffsets(partitions);
    }

    /** Of what was read so far, what has been committed since this reader was made. */
    List<ConsumerRecord<String, byte[]>> pollNew() {
        return poll().stream()
                .filter(record ->
                        record.offset() >= endAtStart.get(new TopicPartition(record.topic(), record.partition())))
                .toList();
    }

    /** Everything read so far, what has come in the meantime included. */
    List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        return records();
    }

    /** Everything read so far. */
    List<ConsumerRecord<String, byte[]>> records() {
        return Collections.unmodifiableList(records);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
