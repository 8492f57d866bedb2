package io.vedette.ingest.kafka;

import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads how far a source has come, as it was committed. */
final class ProgressReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Topic<String, IngestProgress> topic;
    private final Map<String, Object> consumer;
    private final Duration patience;

    /**
     * @param patience how long to wait for transactions of others that are open on the topic; more than their timeout
     */
    ProgressReader(Topic<String, IngestProgress> topic, Map<String, Object> consumer, Duration patience) {
        this.topic = topic;
        this.consumer = consumer;
        this.patience = patience;
    }

    /**
     * The last committed progress of a source.  Reads to the end of the log as it stands, past what others have open:
     * the end for readers of committed records may lie before a record of this source.
     */
    Optional<IngestProgress> read(String sourceId) {
        Map<TopicPartition, Long> ends;
        try (KafkaConsumer<String, byte[]> any = consumer("read_uncommitted")) {
            List<TopicPartition> partitions = any.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            ends = any.endOffsets(partitions);
        }
        try (KafkaConsumer<String, byte[]> committed = consumer("read_committed")) {
            committed.assign(ends.keySet());
            committed.seekToBeginning(ends.keySet());
            return Optional.ofNullable(last(committed, ends, sourceId))
                    .map(bytes -> topic.valueSerde().deserializer().deserialize(topic.name(), bytes));
        }
    }

    private byte @Nullable [] last(
            KafkaConsumer<String, byte[]> committed, Map<TopicPartition, Long> ends, String sourceId) {
        byte[] last = null;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isAt(committed, ends)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the end of " + topic.name() + " was not reached in " + patience);
            }
            for (ConsumerRecord<String, byte[]> record : committed.poll(POLL)) {
                if (sourceId.equals(record.key())) {
                    last = record.value();
                }
            }
        }
        return last;
    }

    private static boolean isAt(KafkaConsumer<String, byte[]> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> committed.position(end.getKey()) >= end.getValue());
    }

    private KafkaConsumer<String, byte[]> consumer(String isolation) {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
