package io.vedette.ingest;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was committed to the topics of a broker. */
final class Written {

    private final Configuration config;
    private final Topics topics;

    Written(Configuration config, Topics topics) {
        this.config = config;
        this.topics = topics;
    }

    /** Makes Vedette's topics. */
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(new KafkaClients(config.kafka()).admin())) {
            List<NewTopic> wanted = topics.all().stream().map(Topic::toNewTopic).toList();
            admin.createTopics(wanted).all().get();
        }
    }

    List<ConsumerRecord<String, Article>> articles() {
        return records(topics.articles());
    }

    List<ConsumerRecord<String, IngestProgress>> progress() {
        return records(topics.ingestState());
    }

    <K, V> List<ConsumerRecord<K, V>> records(Topic<K, V> topic) {
        Properties settings = new KafkaClients(config.kafka()).consumer(null);
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ends(partitions);
            List<ConsumerRecord<K, V>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Where the partitions end, with what is committed though its marker is still on its way. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Properties settings = new KafkaClients(config.kafka()).consumer(null);
        settings.setProperty("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }
}
