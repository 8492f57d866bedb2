package io.vedette.app.deadletter;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of dead letters, read from their beginning to where they end at that time; in memory is one batch of records,
 * and an offset for each that was sent once more.  For one thread.
 */
public final class DeadLetterBox implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> topics;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public DeadLetterBox(Configuration configuration, Topics topics) {
        this.topics = topics(topics);
        this.consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The topic of dead letters of each service. */
    static Map<String, String> topics(Topics topics) {
        return new TreeMap<>(Map.of(
                "ingest", topics.ingestDeadLetters().name(),
                "enrich", topics.enrichDeadLetters().name(),
                "alerts", topics.alertsDeadLetters().name()));
    }

    /** Gets each dead letter and when it was last sent once more, null if it was not. */
    @FunctionalInterface
    public interface Visitor {
        void letter(DeadLetter letter, @Nullable Instant replayed);
    }

    /**
     * Goes through the dead letters of these services in the order in which they failed.
     *
     * @param services none means all
     * @throws IllegalArgumentException if there is no such service
     */
    public void visit(Collection<String> services, DeadLetterFilter filter, Visitor visitor) {
        for (String service : services.isEmpty() ? topics.keySet() : services) {
            String topic = topic(service);
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Map<Long, Instant>> replayed = new HashMap<>();
            read(partitions, (partition, record) -> {
                OptionalLong offset = ReplayMark.offset(record);
                if (offset.isPresent()) {
                    replayed.computeIfAbsent(partition, any -> new HashMap<>())
                            .put(offset.getAsLong(), Instant.ofEpochMilli(record.timestamp()));
                }
            });
            read(partitions, (partition, record) -> {
                if (ReplayMark.offset(record).isEmpty()) {
                    DeadLetter letter = DeadLetter.of(service, record);
                    if (filter.test(letter)) {
                        visitor.letter(
                                letter,
                                replayed.getOrDefault(partition, Map.of()).get(record.offset()));
                    }
                }
            });
        }
    }

    /**
     * The record at a place of any topic, with the key and value that a dead letter was too small for.
     *
     * @return null if it is not there any more
     */
    public @Nullable ConsumerRecord<byte[], byte[]> original(DeadLetter.Origin origin) {
        TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (origin.offset() < begin || origin.offset() >= end) {
            return null;
        }
        consumer.seek(partition, origin.offset());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) <= origin.offset() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() == origin.offset()) {
                    return record;
                }
            }
        }
        return null;
    }

    String topic(String service) {
        String topic = topics.get(service);
        if (topic == null) {
            throw new IllegalArgumentException(
                    "there is no service \"" + service + "\"; there are " + String.join(", ", topics.keySet()));
        }
        return topic;
    }

    private void read(
            List<TopicPartition> partitions, BiConsumer<TopicPartition, ConsumerRecord<byte[], byte[]>> visitor) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "the broker has given nothing of " + partitions + " for " + PATIENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    visitor.accept(partition, record);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
