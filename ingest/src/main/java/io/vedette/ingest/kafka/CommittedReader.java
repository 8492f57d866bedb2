package io.vedette.ingest.kafka;

import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a compacted topic says of some keys, as it was committed, in one pass. */
final class CommittedReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> consumer;
    private final Duration patience;

    /**
     * @param patience how long to wait for transactions of others that are open on the topic; more than their timeout
     */
    CommittedReader(Map<String, Object> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
    }

    /**
     * The last committed value of each key, without those that were deleted.  Reads to the end of the log as it stands,
     * past what others have open: the end for readers of committed records may lie before a record of these keys.
     *
     * @param partitions which to read
     * @param keys which to keep
     */
    <V> Map<String, V> read(Topic<String, V> topic, IntPredicate partitions, Predicate<String> keys) {
        Map<TopicPartition, Long> ends = ends(topic, partitions);
        Map<String, byte[]> last = new HashMap<>();
        try (KafkaConsumer<String, byte[]> committed = consumer("read_committed")) {
            committed.assign(ends.keySet());
            committed.seekToBeginning(ends.keySet());
            long deadline = System.nanoTime() + patience.toNanos();
            while (!isAt(committed, ends)) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the end of " + topic.name() + " was not reached in " + patience);
                }
                for (ConsumerRecord<String, byte[]> record : committed.poll(POLL)) {
                    if (record.key() != null && keys.test(record.key())) {
                        keep(last, record);
                        // a log of any length can be read as long as it goes on
                        deadline = System.nanoTime() + patience.toNanos();
                    }
                }
            }
        }
        Map<String, V> decoded = new HashMap<>();
        last.forEach((key, value) ->
                decoded.put(key, topic.valueSerde().deserializer().deserialize(topic.name(), value)));
        return decoded;
    }

    private Map<TopicPartition, Long> ends(Topic<?, ?> topic, IntPredicate partitions) {
        try (KafkaConsumer<String, byte[]> any = consumer("read_uncommitted")) {
            List<TopicPartition> wanted = any.partitionsFor(topic.name()).stream()
                    .filter(p -> partitions.test(p.partition()))
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            return any.endOffsets(wanted);
        }
    }

    private static void keep(Map<String, byte[]> last, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            last.remove(record.key());
        } else {
            last.put(record.key(), record.value());
        }
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
