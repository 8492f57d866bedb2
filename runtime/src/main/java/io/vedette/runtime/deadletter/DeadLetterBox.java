package io.vedette.runtime.deadletter;

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
import java.util.Properties;
import java.util.Set;
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

    /** How long a command waits for a broker that gives nothing. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> topics;
    private final Duration patience;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public DeadLetterBox(Configuration configuration, Topics topics) {
        this(new KafkaClients(configuration.kafka()), topics, USUAL_PATIENCE);
    }

    /** @param patience how long it waits for a broker that gives nothing */
    public DeadLetterBox(KafkaClients clients, Topics topics, Duration patience) {
        this.topics = topics(topics);
        this.patience = patience;
        Properties properties = clients.reader();
        properties.setProperty("default.api.timeout.ms", Long.toString(patience.toMillis()));
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The topic of dead letters of each service. */
    public static Map<String, String> topics(Topics topics) {
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
            List<TopicPartition> partitions = partitions(topic);
            Map<TopicPartition, Map<Long, Instant>> replayed = new HashMap<>();
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            read(beginnings, (partition, record) -> {
                OptionalLong offset = ReplayMark.offset(record);
                if (offset.isPresent()) {
                    replayed.computeIfAbsent(partition, any -> new HashMap<>())
                            .put(offset.getAsLong(), Instant.ofEpochMilli(record.timestamp()));
                }
            });
            read(beginnings, (partition, record) -> {
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
     * The latest dead letters of these services, without their keys and values.
     *
     * @param services none means all
     * @param limit so many at most
     * @param records so many records of each partition are looked at, the last ones
     * @throws IllegalArgumentException if there is no such service
     */
    public Latest latest(Collection<String> services, DeadLetterFilter filter, int limit, int records) {
        LatestLetters latest = new LatestLetters(filter, limit);
        boolean all = true;
        for (String service : services.isEmpty() ? topics.keySet() : services) {
            List<TopicPartition> partitions = partitions(topic(service));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = new HashMap<>(beginnings(partitions, ends, filter.since()));
            for (Map.Entry<TopicPartition, Long> beginning : beginnings.entrySet()) {
                long last = ends.getOrDefault(beginning.getKey(), 0L) - records;
                all &= beginning.getValue() >= last;
                beginning.setValue(Math.max(beginning.getValue(), last));
            }
            read(beginnings, (partition, record) -> latest.take(service, record));
        }
        return new Latest(latest.newestFirst(), all);
    }

    /**
     * The dead letters of these addresses, as far as they are there.
     *
     * @param records so many records behind one of them are looked at to see whether it was sent once more
     * @throws TooFarBackException if there are more
     */
    public List<Found> find(Set<Address> addresses, int records) {
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        for (Address address : addresses) {
            TopicPartition partition = new TopicPartition(topic(address.service()), address.partition());
            if (partitions(partition.topic()).contains(partition)) {
                beginnings.merge(partition, address.offset(), Math::min);
            }
        }
        Map<TopicPartition, Long> first = consumer.beginningOffsets(beginnings.keySet());
        beginnings.replaceAll((partition, offset) -> Math.max(offset, first.getOrDefault(partition, 0L)));
        consumer.endOffsets(beginnings.keySet()).forEach((partition, end) -> {
            if (end - beginnings.getOrDefault(partition, end) > records) {
                throw new TooFarBackException(partition.topic(), records);
            }
        });
        LatestLetters found = new LatestLetters(DeadLetterFilter.of(addresses), Integer.MAX_VALUE);
        Map<String, String> services = new HashMap<>();
        topics.forEach((service, topic) -> services.put(topic, service));
        read(beginnings, (partition, record) -> found.takeWhole(services.getOrDefault(partition.topic(), ""), record));
        return found.newestFirst();
    }

    /**
     * A dead letter.
     *
     * @param bytes how large key and value were
     * @param replayed when it was last sent once more; null if it was not
     */
    public record Found(
            DeadLetter letter, int bytes, @Nullable Instant replayed) {}

    /**
     * The latest.
     *
     * @param letters the latest first
     * @param all whether every dead letter was looked at
     */
    public record Latest(List<Found> letters, boolean all) {

        public Latest {
            letters = List.copyOf(letters);
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
        long deadline = System.nanoTime() + patience.toNanos();
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

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Where to begin not to miss what is as young as that. */
    private Map<TopicPartition, Long> beginnings(
            List<TopicPartition> partitions, Map<TopicPartition, Long> ends, @Nullable Instant since) {
        if (since == null) {
            return consumer.beginningOffsets(partitions);
        }
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        beginnings.put(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        return beginnings;
    }

    private void read(
            Map<TopicPartition, Long> beginnings, BiConsumer<TopicPartition, ConsumerRecord<byte[], byte[]>> visitor) {
        consumer.assign(beginnings.keySet());
        beginnings.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(beginnings.keySet());
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("the broker has given nothing of " + beginnings.keySet() + " for "
                        + patience.toSeconds() + " s");
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
