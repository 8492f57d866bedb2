package io.vedette.alerts;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, before anything starts, whether the topics and schemas are there; a broker that is away is no reason to stop. */
final class SetupCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SetupCheck.class);
    private static final String PATIENCE_MILLIS = "3000";
    private static final String REMEDY = "; create what is missing with: vedette topics create";

    private final Properties admin;
    private final SchemaRegistration schemas;

    SetupCheck(Properties admin, SchemaRegistration schemas) {
        this.admin = new Properties();
        this.admin.putAll(admin);
        this.admin.setProperty("default.api.timeout.ms", PATIENCE_MILLIS);
        this.admin.setProperty("request.timeout.ms", PATIENCE_MILLIS);
        this.schemas = schemas;
    }

    /**
     * Checks these topics.
     *
     * @param partitioned the topics among them that must have as many partitions as is configured
     * @throws StartupException if something is missing or has another number of partitions
     */
    void check(List<Topic<?, ?>> topics, List<Topic<?, ?>> partitioned) {
        try (Admin client = Admin.create(admin)) {
            checkTopics(client, topics, partitioned);
            List<String> missing = schemas.missing(topics);
            if (!missing.isEmpty()) {
                throw wrong("the schema registry lacks " + String.join(", ", missing) + REMEDY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException | ExecutionException | TimeoutException | IOException | RestClientException e) {
            LOG.atWarn()
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("can't look now whether the topics and schemas are there");
        }
    }

    private static void checkTopics(Admin client, List<Topic<?, ?>> topics, List<Topic<?, ?>> partitioned)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, KafkaFuture<TopicDescription>> found =
                client.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : found.entrySet()) {
            int partitions = partitions(topic.getValue());
            if (partitions == 0) {
                missing.add(topic.getKey());
            }
            checkPartitions(topic.getKey(), partitions, partitioned);
        }
        if (!missing.isEmpty()) {
            throw wrong("there is no topic " + String.join(", ", missing) + REMEDY);
        }
    }

    private static void checkPartitions(String name, int partitions, List<Topic<?, ?>> partitioned) {
        for (Topic<?, ?> topic : partitioned) {
            if (topic.name().equals(name)
                    && partitions > 0
                    && partitions != topic.settings().partitions()) {
                throw wrong(name + " has " + partitions + " partitions and not "
                        + topic.settings().partitions() + "; set topics.partitions to what it has");
            }
        }
    }

    private static int partitions(KafkaFuture<TopicDescription> topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return topic.get(Long.parseLong(PATIENCE_MILLIS), TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e;
        }
    }

    private static StartupException wrong(String message) {
        return new StartupException(ExitCode.CONFIG, message);
    }
}
