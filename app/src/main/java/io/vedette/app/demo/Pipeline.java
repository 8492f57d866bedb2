package io.vedette.app.demo;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether everything that went in has come out.
 *
 * <p>Each stage's output is committed together with the offsets of its input.  So when the stages, asked in the order of
 * the flow, have each read all of their committed input, then what was published before the first question has come out
 * of the last.
 */
final class Pipeline implements AutoCloseable {

    private final Admin admin;
    private final List<Stage> stages;

    private record Stage(String group, String input) {}

    Pipeline(Configuration configuration) {
        String prefix = configuration.topics().prefix();
        String enrich = configuration.enrich().applicationId();
        String alerts = configuration.alerts().applicationId();
        admin = Admin.create(new KafkaClients(configuration.kafka()).admin());
        // A group's repartition topics come after its input.
        stages = List.of(
                new Stage(enrich, prefix + "articles"),
                new Stage(enrich, enrich + "-"),
                new Stage(configuration.enrich().ofStories().applicationId(), prefix + "fingerprints"),
                new Stage(alerts, prefix + "enriched"),
                // a match waits for the story of its article
                new Stage(alerts, prefix + "stories"),
                new Stage(alerts, alerts + "-"));
    }

    /** Whether all that was committed before the call has gone through every stage. */
    boolean isDrained() throws InterruptedException {
        try {
            Set<String> topics = admin.listTopics().names().get();
            for (Stage stage : stages) {
                if (!hasReadAll(stage, inputs(stage, topics))) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the embedded broker does not tell offsets: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static List<String> inputs(Stage stage, Collection<String> topics) {
        return topics.stream()
                .filter(topic -> topic.equals(stage.input())
                        || (topic.startsWith(stage.input()) && topic.endsWith("-repartition")))
                .toList();
    }

    private boolean hasReadAll(Stage stage, List<String> topics) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(stage.group())
                .partitionsToOffsetAndMetadata()
                .get();
        return ends(topics).entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = read.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws InterruptedException, ExecutionException {
        Collection<TopicDescription> descriptions =
                admin.describeTopics(topics).allTopicNames().get().values();
        Map<TopicPartition, OffsetSpec> latest = descriptions.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
