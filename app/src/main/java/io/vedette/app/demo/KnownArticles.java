package io.vedette.app.demo;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The ids of the articles that earlier runs have tagged. */
final class KnownArticles {

    private KnownArticles() {}

    /** Reads the keys of the topic as far as it goes now. */
    static Set<String> ids(Configuration configuration) {
        String topic = configuration.topics().prefix() + "enriched";
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).reader(),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> ids.add(record.key()));
            }
        }
        return ids;
    }
}
