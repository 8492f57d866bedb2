package io.vedette.app.topics;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics and registers the schemas that the services need, and says what is there. */
public final class TopicSetup {

    private final Configuration configuration;

    public TopicSetup(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Makes what is missing and leaves what is there.
     *
     * @return the names of the topics that were made
     * @throws StartupException if broker or registry stay away or refuse
     */
    public List<String> create() throws InterruptedException {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Admin admin = admin()) {
            Topics topics = topics(serdes);
            List<Topic<?, ?>> all = all(topics);
            List<String> created = create(admin, all);
            register(serdes, all);
            register(serdes, topics.internal());
            return created;
        }
    }

    /**
     * How many partitions each topic has.
     *
     * @return partitions by name, -1 for a topic that is not there
     * @throws StartupException if the broker stays away or refuses
     */
    public Map<String, Integer> partitions() throws InterruptedException {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Admin admin = admin()) {
            List<String> names = all(topics(serdes)).stream().map(Topic::name).toList();
            Map<String, Integer> partitions = new TreeMap<>();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                    admin.describeTopics(names).topicNameValues().entrySet()) {
                partitions.put(topic.getKey(), partitions(topic.getValue()));
            }
            return partitions;
        }
    }

    /**
     * In what the topics of the cluster differ from those that are wanted.
     *
     * @throws StartupException if the broker stays away or refuses
     */
    public List<TopicDifference> differences() throws InterruptedException {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Admin admin = admin()) {
            List<Topic<?, ?>> wanted = all(topics(serdes));
            TopicDiff diff = new TopicDiff(admin);
            Map<String, TopicDescription> found =
                    diff.found(wanted.stream().map(Topic::name).toList());
            return TopicDiff.differences(wanted, found, diff.configs(found.keySet()));
        } catch (ExecutionException e) {
            throw brokerFailed(e);
        }
    }

    /**
     * The subjects that lack the schema which this version writes.
     *
     * @throws StartupException if the registry stays away or refuses
     */
    public List<String> missingSchemas() {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = topics(serdes);
            List<String> missing = new ArrayList<>(registration(serdes).missing(all(topics)));
            missing.addAll(registration(serdes).missing(topics.internal()));
            return missing;
        } catch (IOException | RestClientException e) {
            throw registryFailed(e);
        }
    }

    private Admin admin() {
        return Admin.create(new KafkaClients(configuration.kafka()).admin());
    }

    private List<Topic<?, ?>> all(Topics topics) {
        return all(configuration, topics);
    }

    /** Those of channels included, which configuration names. */
    public static List<Topic<?, ?>> all(Configuration configuration, Topics topics) {
        List<Topic<?, ?>> all = new ArrayList<>(topics.all());
        all.addAll(DeliveryService.channelTopics(configuration.delivery(), topics));
        return all;
    }

    private Topics topics(AvroSerdes serdes) {
        return new Topics(configuration.topics().settings(), serdes);
    }

    private List<String> create(Admin admin, List<Topic<?, ?>> topics) throws InterruptedException {
        Map<String, KafkaFuture<Void>> results = admin.createTopics(
                        topics.stream().map(Topic::toNewTopic).toList())
                .values();
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> result : results.entrySet()) {
            try {
                result.getValue().get();
                created.add(result.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw brokerFailed(e);
                }
            }
        }
        Collections.sort(created);
        return created;
    }

    private void register(AvroSerdes serdes, List<Topic<?, ?>> topics) {
        try {
            registration(serdes).register(topics);
        } catch (IOException | RestClientException e) {
            throw registryFailed(e);
        }
    }

    private SchemaRegistration registration(AvroSerdes serdes) {
        return new SchemaRegistration(
                serdes.client(), configuration.registry().compatibility().name());
    }

    private int partitions(KafkaFuture<TopicDescription> topic) throws InterruptedException {
        try {
            return topic.get().partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return -1;
            }
            throw brokerFailed(e);
        }
    }

    private StartupException brokerFailed(ExecutionException e) {
        return new StartupException(
                ExitCode.UNAVAILABLE,
                "the broker at " + configuration.kafka().bootstrapServers() + " did not do it (" + e.getCause()
                        + "); check kafka.bootstrap.servers and its permissions",
                e);
    }

    private StartupException registryFailed(Exception e) {
        return new StartupException(
                ExitCode.UNAVAILABLE,
                "the schema registry at " + configuration.registry().url() + " did not do it (" + e
                        + "); check registry.url and its permissions",
                e);
    }
}
