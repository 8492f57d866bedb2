package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics of one trial, written and read by the super user. */
final class TrialTopics implements AutoCloseable {

    private static final Duration TIME_TO_READ = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final AvroSerdes serdes;
    private final Topics topics;

    TrialTopics(Configuration superUser) {
        clients = new KafkaClients(superUser.kafka());
        serdes = new AvroSerdes(superUser.registry().settings());
        topics = new Topics(superUser.topics().settings(), serdes);
    }

    Topics names() {
        return topics;
    }

    <V> void send(Topic<String, V> topic, @Nullable Integer partition, @Nullable String key, V value) {
        send(topic.name(), partition, key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    void send(String topic, @Nullable Integer partition, @Nullable String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(clients.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key == null ? null : key.getBytes(UTF_8), value));
        }
    }

    /** Adds to what is missing unless something like it came to the topic. */
    void require(List<String> missing, Topic<?, ?> topic, Predicate<String> wanted) {
        if (values(topic.name()).noneMatch(wanted)) {
            String prefix = topics.articles().name().replaceFirst("articles$", "");
            missing.add("nothing came to " + topic.name().substring(prefix.length()));
        }
    }

    /** Keys and values that are committed, as text. */
    private Stream<String> values(String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clients.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new LinkedHashMap<>(consumer.endOffsets(partitions));
            long until = System.nanoTime() + TIME_TO_READ.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                    && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> values.add(text(record.key()) + " " + text(record.value())));
            }
        }
        return values.stream();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    @Override
    public void close() {
        serdes.close();
    }
}
