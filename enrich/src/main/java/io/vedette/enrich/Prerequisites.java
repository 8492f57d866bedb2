package io.vedette.enrich;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What has to be there before enrichment starts: its topics, and the schemas that it writes. */
final class Prerequisites {

    private static final String TIMEOUT_MILLIS = "3000";

    private final Configuration configuration;
    private final Topics topics;
    private final AvroSerdes serdes;

    Prerequisites(Configuration configuration, Topics topics, AvroSerdes serdes) {
        this.configuration = configuration;
        this.topics = topics;
        this.serdes = serdes;
    }

    /**
     * Asks broker and registry, for a few seconds at most.
     *
     * @return how many partitions the topic {@code articles} has
     * @throws StartupException if a topic or schema is missing
     * @throws IOException if broker or registry can't be asked now
     */
    int check() throws IOException {
        int partitions = partitions(List.of(topics.articles(), topics.enriched(), topics.enrichDeadLetters()));
        List<String> schemas = missingSchemas();
        if (!schemas.isEmpty()) {
            throw missing("the schema registry has no schema of this version for ", schemas);
        }
        return partitions;
    }

    private int partitions(List<Topic<?, ?>> needed) throws IOException {
        Properties properties = new KafkaClients(configuration.kafka()).admin();
        properties.setProperty("default.api.timeout.ms", TIMEOUT_MILLIS);
        properties.setProperty("request.timeout.ms", TIMEOUT_MILLIS);
        List<String> missing = new ArrayList<>();
        int partitions = 0;
        try (Admin admin = Admin.create(properties)) {
            List<String> names = needed.stream().map(Topic::name).toList();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                    admin.describeTopics(names).topicNameValues().entrySet()) {
                int found = partitions(topic.getValue());
                if (found == 0) {
                    missing.add(topic.getKey());
                } else if (topic.getKey().equals(topics.articles().name())) {
                    partitions = found;
                }
            }
        } catch (KafkaException e) {
            throw new IOException("no Kafka client can be made: " + e.getMessage(), e);
        }
        if (!missing.isEmpty()) {
            missing.sort(null);
            throw missing("Kafka has no topic ", missing);
        }
        return partitions;
    }

    private static int partitions(KafkaFuture<TopicDescription> topic) throws IOException {
        try {
            return topic.get().partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IOException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking Kafka for its topics");
        }
    }

    private List<String> missingSchemas() throws IOException {
        if (configuration.registry().autoRegister()) {
            return List.of();
        }
        String compatibility = configuration.registry().compatibility().name();
        try {
            return new SchemaRegistration(serdes.client(), compatibility)
                    .missing(List.of(topics.articles(), topics.enriched()));
        } catch (RestClientException e) {
            throw new IOException("the schema registry refuses: " + e.getMessage(), e);
        }
    }

    private static StartupException missing(String what, List<String> names) {
        return new StartupException(
                ExitCode.CONFIG, "enrich: " + what + String.join(", ", names) + "; run: vedette topics create");
    }
}
