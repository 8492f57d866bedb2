package io.vedette.app.strimzi;

import io.vedette.schemas.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Topics as resources of the kind {@code KafkaTopic}, which Strimzi's topic operator makes and keeps so.
 *
 * @param cluster the name of the {@code Kafka} resource that they belong to
 * @param apiVersion of the resources, such as {@code kafka.strimzi.io/v1}
 */
public record KafkaTopics(String cluster, String apiVersion) {

    /** One document for each topic, in the order given. */
    public List<Map<String, Object>> of(List<Topic<?, ?>> topics) {
        List<Map<String, Object>> resources = new ArrayList<>();
        topics.forEach(topic -> resources.add(of(topic)));
        return resources;
    }

    private Map<String, Object> of(Topic<?, ?> topic) {
        NewTopic created = topic.toNewTopic();
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("topicName", created.name());
        spec.put("partitions", created.numPartitions());
        if (created.replicationFactor() > 0) {
            spec.put("replicas", (int) created.replicationFactor());
        }
        spec.put("config", new TreeMap<>(created.configs()));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", apiVersion);
        resource.put("kind", "KafkaTopic");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", resourceName(created.name()));
        metadata.put("labels", Map.of("strimzi.io/cluster", cluster));
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }

    /** Kubernetes allows less in names than Kafka does; the topic's own name stands in the spec. */
    private static String resourceName(String topic) {
        return topic.toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("^[-.]+|[-.]+$", "");
    }
}
