package io.vedette.app.topics;

import io.vedette.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Holds the topics of a cluster against what is wanted.  Changes nothing. */
public final class TopicDiff {

    private final Admin admin;

    /** @param admin stays the caller's to close */
    public TopicDiff(Admin admin) {
        this.admin = admin;
    }

    /**
     * The topics that there are, with what can be seen of them.
     *
     * @param topics which are asked for
     * @return by name, without those that are not there
     * @throws ExecutionException if the broker does not answer or refuses
     */
    public Map<String, TopicDescription> found(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.put(topic.getKey(), topic.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    /**
     * Their configurations; needs the permission to describe those.
     *
     * @throws ExecutionException if the broker does not answer or refuses
     */
    public Map<String, Config> configs(Collection<String> topics) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    /**
     * What differs, in the order of the topics.
     *
     * @param found as {@link #found} gives it
     * @param configs as {@link #configs} gives them; what is missing here is not compared
     */
    public static List<TopicDifference> differences(
            List<Topic<?, ?>> wanted, Map<String, TopicDescription> found, Map<String, Config> configs) {
        List<TopicDifference> differences = new ArrayList<>();
        for (Topic<?, ?> topic : wanted) {
            TopicDescription there = found.get(topic.name());
            if (there == null) {
                differences.add(
                        new TopicDifference(topic.name(), "topic", "there", null, "run: vedette topics create"));
            } else {
                shape(topic, there, differences);
                config(topic, configs.get(topic.name()), differences);
            }
        }
        return differences;
    }

    private static void shape(Topic<?, ?> topic, TopicDescription there, List<TopicDifference> differences) {
        NewTopic wanted = topic.toNewTopic();
        int partitions = there.partitions().size();
        if (partitions != wanted.numPartitions()) {
            differences.add(new TopicDifference(
                    topic.name(),
                    "partitions",
                    Integer.toString(wanted.numPartitions()),
                    Integer.toString(partitions),
                    wanted.numPartitions() == 1
                            ? "its records need one order: delete it and run vedette topics create"
                            : "set topics.partitions to what the topics have: more would part keys from their state"));
        }
        int replicas = there.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (wanted.replicationFactor() > 0 && replicas != wanted.replicationFactor()) {
            differences.add(new TopicDifference(
                    topic.name(),
                    "replication",
                    Short.toString(wanted.replicationFactor()),
                    Integer.toString(replicas),
                    "give its partitions other replicas with kafka-reassign-partitions.sh"));
        }
    }

    private static void config(Topic<?, ?> topic, @Nullable Config there, List<TopicDifference> differences) {
        if (there == null) {
            return;
        }
        new TreeMap<>(topic.toNewTopic().configs()).forEach((key, value) -> {
            ConfigEntry entry = there.get(key);
            String found = entry == null ? "" : entry.value();
            if (!same(value, found)) {
                differences.add(new TopicDifference(
                        topic.name(),
                        key,
                        value,
                        found,
                        "kafka-configs.sh --alter --entity-type topics --entity-name " + topic.name()
                                + " --add-config '" + key + "=" + (value.contains(",") ? "[" + value + "]" : value)
                                + "'"));
            }
        });
    }

    /** Lists have no order. */
    private static boolean same(String wanted, String found) {
        return List.of(wanted.split(",")).stream()
                .sorted()
                .toList()
                .equals(List.of(found.split(",")).stream().sorted().toList());
    }
}
