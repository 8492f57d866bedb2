package io.vedette.runtime.startup;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be there before a service starts: its topics, and the schemas of their values.  Whatever is missing ends the
 * process with {@link ExitCode#CONFIG}, for waiting would not bring it; a broker or registry that is away may come back.
 *
 * <p>Thread-safe; keeps no connection.
 */
public final class Prerequisites {

    private static final Logger LOG = LoggerFactory.getLogger(Prerequisites.class);
    private static final String TIMEOUT_MILLIS = "3000";
    private static final String REMEDY = "; run: vedette topics create";

    private final String service;
    private final Configuration configuration;
    private final List<Topic<?, ?>> topics;
    private final List<Topic<?, ?>> partitioned;

    /**
     * Asks for nothing yet.
     *
     * @param service whose name the messages begin with
     * @param configuration where Kafka and the registry are
     * @param topics what the service reads and writes
     */
    public Prerequisites(String service, Configuration configuration, List<Topic<?, ?>> topics) {
        this(service, configuration, topics, List.of());
    }

    /** With topics among them that must have exactly as many partitions as is configured. */
    public Prerequisites(
            String service, Configuration configuration, List<Topic<?, ?>> topics, List<Topic<?, ?>> partitioned) {
        this.service = service;
        this.configuration = configuration;
        this.topics = List.copyOf(topics);
        this.partitioned = List.copyOf(partitioned);
    }

    /**
     * Asks broker and registry, for a few seconds at most.  With {@code registry.autoRegister} no schema is asked for.
     *
     * @return how many partitions each topic has, by the topic's name
     * @throws StartupException if a topic or schema is missing, or a topic has another number of partitions
     * @throws IOException if broker or registry can't be asked now
     */
    public Map<String, Integer> check() throws IOException {
        Map<String, Integer> partitions = partitions();
        List<String> absent = topics.stream()
                .map(Topic::name)
                .filter(name -> !partitions.containsKey(name))
                .sorted()
                .toList();
        if (!absent.isEmpty()) {
            throw wrong("Kafka has no topic " + String.join(", ", absent) + REMEDY);
        }
        partitioned.forEach(topic -> requirePartitions(topic, partitions.getOrDefault(topic.name(), 0)));
        List<String> schemas = missingSchemas();
        if (!schemas.isEmpty()) {
            throw wrong("the schema registry has no schema of this version for " + String.join(", ", schemas) + REMEDY);
        }
        return partitions;
    }

    /**
     * The same for a service whose parts wait by themselves for a broker or registry that is away: says so and returns.
     *
     * @throws StartupException as {@link #check()}
     */
    public void checkIfReachable() {
        try {
            check();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("service", service)
                    .addKeyValue("reason", e.getMessage())
                    .log("can't look now whether the topics and schemas are there");
        }
    }

    /** Of the topics that there are. */
    private Map<String, Integer> partitions() throws IOException {
        Properties properties = new KafkaClients(configuration.kafka()).admin();
        properties.setProperty("default.api.timeout.ms", TIMEOUT_MILLIS);
        properties.setProperty("request.timeout.ms", TIMEOUT_MILLIS);
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, Integer> partitions = new TreeMap<>();
        try (Admin admin = Admin.create(properties)) {
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                    admin.describeTopics(names).topicNameValues().entrySet()) {
                int found = partitions(topic.getKey(), topic.getValue());
                if (found > 0) {
                    partitions.put(topic.getKey(), found);
                }
            }
        } catch (KafkaException e) {
            throw new IOException("no Kafka client can be made: " + e.getMessage(), e);
        }
        return partitions;
    }

    /** 0 if there is no such topic. */
    private static int partitions(String name, KafkaFuture<TopicDescription> topic) throws IOException {
        try {
            return topic.get().partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            if (e.getCause() instanceof TopicAuthorizationException) {
                throw new IOException(
                        "Kafka does not authorize this principal for " + name
                                + "; vedette topics acls says what it needs",
                        e);
            }
            throw new IOException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking Kafka for its topics");
        }
    }

    private void requirePartitions(Topic<?, ?> topic, int found) {
        int configured = topic.settings().partitions();
        if (found != configured) {
            throw wrong(topic.name() + " has " + found + " partitions and not " + configured
                    + (configured == 1
                            ? ", without which its records have no order; delete it and run vedette topics create"
                            : "; set topics.partitions to what it has"));
        }
    }

    private List<String> missingSchemas() throws IOException {
        if (configuration.registry().autoRegister()) {
            return List.of();
        }
        String compatibility = configuration.registry().compatibility().name();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            return new SchemaRegistration(serdes.client(), compatibility).missing(topics);
        } catch (RestClientException e) {
            throw new IOException("the schema registry refuses: " + e.getMessage(), e);
        }
    }

    private StartupException wrong(String message) {
        return new StartupException(ExitCode.CONFIG, service + ": " + message);
    }
}
