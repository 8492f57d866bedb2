package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.SecuredBroker;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The three services on a broker with an authorizer, each under a principal of its own, and what puts them to use. */
final class SecuredPipeline implements AutoCloseable {

    static final String WATCH = "harbour";

    private static final int PARTITIONS = 2;
    private static final String TEXT = "A drone struck the harbour of Odesa on Monday, officials said, number ";

    private final Map<Role, Configuration> configurations;
    private final Map<Role, Services> running = new EnumMap<>(Role.class);
    private final AvroSerdes serdes;
    private final Topics topics;
    private final Configuration superUser;

    SecuredPipeline(SecuredBroker broker, Map<Role, Map<String, String>> clients, Path folder, String name) {
        configurations = new EnumMap<>(Role.class);
        clients.forEach((role, client) -> configurations.put(role, configuration(client, folder, name)));
        superUser = configuration(broker.certificate("broker"), folder, name);
        serdes = new AvroSerdes(superUser.registry().settings());
        topics = new Topics(superUser.topics().settings(), serdes);
    }

    /** The same for every role, but for who it is. */
    static Configuration configuration(Map<String, String> client, Path folder, String name) {
        return Configuration.of(settings(client, folder, name));
    }

    static Map<String, String> settings(Map<String, String> client, Path folder, String name) {
        Map<String, String> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("kafka.streams.repartition.purge.interval.ms", "1000");
        settings.put("registry.url", "mock://" + name);
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", Integer.toString(PARTITIONS));
        settings.put("http.port", "0");
        settings.put("ingest.transactionalId", name + "-ingest");
        settings.put("ingest.polling.group", name + "-polling");
        settings.put("ingest.evidence.folder", folder.resolve("evidence").toString());
        settings.put("alerts.canaryInterval", "1s");
        settings.put("alerts.canaryPatience", "10s");
        settings.put("delivery.applicationId", name + "-delivery");
        settings.put("delivery.channels.0.name", "desk");
        settings.put("delivery.channels.0.type", "topic");
        settings.put("delivery.defaultChannels", "desk");
        for (String service : new String[] {"enrich", "alerts"}) {
            settings.put(service + ".applicationId", name + "-" + service);
            settings.put(service + ".threads", "1");
            settings.put(service + ".stateDir", folder.resolve(name).toString());
        }
        return settings;
    }

    Configuration configuration(Role role) {
        return Objects.requireNonNull(configurations.get(role));
    }

    Configuration superUser() {
        return superUser;
    }

    Topics topics() {
        return topics;
    }

    /** Starts the service, which may yet have to become ready. */
    void start(Role role) {
        running.put(role, Services.start(configuration(role), kinds(role), () -> LoadedOnce.DATA));
    }

    ApiClient api(Role role) {
        return new ApiClient(Objects.requireNonNull(running.get(role)).url());
    }

    /** Why services are not ready; empty once all are. */
    List<String> troubles() throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        for (Role role : running.keySet()) {
            JsonNode health = api(role).get("/health/ready").body();
            health.path("components").fields().forEachRemaining(component -> {
                if (!component.getValue().path("status").asText().equals("UP")) {
                    troubles.add(role.label() + ": " + component.getKey() + " "
                            + component.getValue().path("reason").asText());
                }
            });
        }
        return troubles;
    }

    /**
     * Uses everything once: a watch, one over time, articles from ingest and from a foreign producer, in a partition that is
     * not theirs, and a source that falls silent.
     *
     * @param producer under whose name the foreign article goes; null for nobody
     */
    void use(@Nullable Configuration producer) throws InterruptedException {
        good(api(Role.ALERTS).put("/api/watches/" + WATCH, watch(WATCH, "harbour")));
        good(api(Role.ALERTS).put("/api/watches/often", watch("often", "COUNT(harbour, 1h) >= 1")));
        good(api(Role.INGEST)
                .put(
                        "/api/sources/quiet",
                        "{\"id\":\"quiet\",\"kind\":\"FEED\",\"enabled\":false,"
                                + "\"url\":\"https://news.example/feed.xml\"}"));
        good(api(Role.INGEST).post("/api/articles", "{\"text\":\"" + TEXT + "one.\"}"));
        if (producer != null) {
            foreignArticles(producer);
        }
        silence();
    }

    /** Of some article to the watch, which is acknowledged. */
    void giveFeedback() throws InterruptedException {
        String alert = api(Role.ALERTS)
                .get("/api/alerts?watch=" + WATCH)
                .body()
                .path("alerts")
                .path(0)
                .path("id")
                .asText();
        good(api(Role.ALERTS).post("/api/alerts/" + alert + "/feedback", "{\"what\":\"ACKNOWLEDGE\"}"));
    }

    /** One to each partition: one of them is not where it belongs. */
    private void foreignArticles(Configuration producer) {
        Properties properties = new KafkaClients(producer.kafka()).producer();
        properties.setProperty("max.block.ms", "5000");
        try (KafkaProducer<byte[], byte[]> foreign =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                Article article = Article.newBuilder()
                        .setText(TEXT + "foreign.")
                        .setTitle("A harbour " + partition)
                        .build();
                byte[] value = topics.articles()
                        .valueSerde()
                        .serializer()
                        .serialize(topics.articles().name(), article);
                foreign.send(new ProducerRecord<>(topics.articles().name(), partition, null, value));
            }
        }
    }

    private void silence() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                new KafkaClients(superUser.kafka()).producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String status : new String[] {"HEALTHY", "SILENT"}) {
                SourceState state = SourceState.newBuilder()
                        .setSourceId("quiet")
                        .setStatus(status)
                        .setSince(Instant.now())
                        .build();
                byte[] value = topics.sourceState()
                        .valueSerde()
                        .serializer()
                        .serialize(topics.sourceState().name(), state);
                producer.send(new ProducerRecord<>(topics.sourceState().name(), "quiet".getBytes(UTF_8), value));
            }
        }
    }

    /** The keys of what is committed to a topic, read from its beginning. */
    Set<String> keys(String topic) {
        return keys(topic, superUser, null);
    }

    Set<String> keys(String topic, Configuration reader, @Nullable String group) {
        Properties properties = new KafkaClients(reader.kafka()).consumer(group);
        Set<String> keys = new TreeSet<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (group == null) {
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
            } else {
                consumer.subscribe(List.of(topic));
            }
            var ends = consumer.endOffsets(partitions);
            Instant until = Instant.now().plusSeconds(15);
            while (Instant.now().isBefore(until)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    keys.add(record.key());
                }
                if (consumer.assignment().size() == ends.size()
                        && ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    break;
                }
            }
        }
        return keys;
    }

    @Override
    public void close() {
        List<Thread> stopping = running.values().stream()
                .map(services -> new Thread(services::close))
                .toList();
        stopping.forEach(Thread::start);
        try {
            for (Thread thread : stopping) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        serdes.close();
    }

    static List<ServiceKind> kinds(Role role) {
        return switch (role) {
            case INGEST -> List.of(ServiceKind.INGEST);
            case ENRICH -> List.of(ServiceKind.ENRICH, ServiceKind.BACKFILL);
            case ALERTS -> List.of(ServiceKind.DELIVERY, ServiceKind.ALERTS);
            default -> throw new IllegalArgumentException(role + " is no service");
        };
    }

    private static String watch(String id, String query) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"query\":\"" + query + "\"}";
    }

    private static void good(ApiClient.Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException(answer.status() + " " + answer.problem());
        }
    }

    /** It takes a second, and never changes. */
    private static final class LoadedOnce {
        static final TagData DATA = TagData.load(Configuration.defaults().tagging());
    }
}
