package io.vedette.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.Annotations;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Watches that count over time are filled from six partitions by two instances. */
@ExtendWith(KafkaClusterExtension.class)
class HistoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Alert> alerts = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaCluster cluster;
    private String registry;
    private AvroSerdes serdes;
    private Topics topics;
    /** Hidden from the extension, which would fill it. */
    private final AtomicReference<KafkaConsumer<String, Alert>> subscriber = new AtomicReference<>();

    private record Instance(AlertsService service, HttpServer server, Metrics metrics) {

        double gauge(String name) {
            return metrics.registry().get(name).gauge().value();
        }

        double counter(String name) {
            return metrics.registry().get(name).counter().count();
        }
    }

    @BeforeEach
    void connect(TestInfo test) throws Exception {
        registry = "mock://" + test.getTestMethod().orElseThrow().getName();
        Configuration configuration = configuration(0, 0);
        serdes = new AvroSerdes(configuration.registry().settings());
        open.add(serdes);
        topics = new Topics(configuration.topics().settings(), serdes);
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        registration.register(topics.all());
        registration.register(topics.internal());
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()))) {
            admin.createTopics(topics.all().stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
        subscriber.set(new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer("subscriber"),
                new StringDeserializer(),
                topics.alerts().valueSerde().deserializer()));
        open.add(subscriber.get());
        subscriber.get().subscribe(List.of(topics.alerts().name()));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void whatWasPublishedBeforeTheWatchIsSavedCountsForIt() throws Exception {
        article("unrelated", "Nothing.", now.minus(Duration.ofHours(4)));
        for (int i = 0; i < 4; i++) {
            article("tank" + i, "A tank.", now.minus(Duration.ofMinutes(30 - i)));
        }
        article("long ago", "A tank and a convoy.", now.minus(Duration.ofHours(3)));
        Instance one = start(1);
        start(2);

        put(one, "often", "COUNT(tank, 1h) >= 4");
        put(one, "seldom", "COUNT(tank, 1h) >= 6");
        put(one, "quiet", "SILENCE(tank, 20m)");
        put(one, "first", "FIRST(convoy, 2h)");
        put(one, "notFirst", "FIRST(tank, 2h)");
        awaitAlerts("often", "quiet");
        article("new", "A tank in a convoy.", Instant.now());
        awaitAlerts("often", "quiet", "first");

        assertThat(of("often")).singleElement().satisfies(alert -> {
            assertThat(alert.getObserved()).isEqualTo(4);
            assertThat(alert.getArticles())
                    .extracting(ContributingArticle::getId)
                    .containsExactly("tank0", "tank1", "tank2", "tank3");
            assertThat(alert.getClauses()).as("why").isNotEmpty();
        });
        assertThat(of("quiet")).extracting(Alert::getSilentSince).containsExactly(now.minus(Duration.ofMinutes(27)));
        assertThat(of("first")).extracting(Alert::getArticleId).containsExactly("new");
        assertThat(of("seldom")).isEmpty();
        assertThat(of("notFirst")).isEmpty();
    }

    /** It is closed, not killed, but commits as little of what it was at. */
    @Test
    void whenTheInstanceThatFillsIsLostAnotherOneFills() throws Exception {
        for (int i = 0; i < 60; i++) {
            article("tank" + i, "A tank.", now.minus(Duration.ofMinutes(30)).plusSeconds(i));
        }
        settings.put("alerts.history.rate", "5");
        Instance one = start(1);
        Instance two = start(2);

        put(one, "often", "COUNT(tank, 1h) >= 60");
        await().atMost(PATIENCE)
                .until(() -> one.gauge(MetricNames.HISTORY_WAITING) + two.gauge(MetricNames.HISTORY_WAITING) == 1);
        Instance filling = one.gauge(MetricNames.HISTORY_WAITING) == 1 ? one : two;
        Instance other = filling == one ? two : one;
        filling.server().close();
        filling.service().close();
        awaitAlerts("often");

        assertThat(of("often")).singleElement().satisfies(alert -> assertThat(alert.getObserved())
                .isEqualTo(60));
        assertThat(filling.counter(MetricNames.HISTORY_WATCHES)).isZero();
        assertThat(other.counter(MetricNames.HISTORY_WATCHES)).isOne();
    }

    private Configuration configuration(int instance, int port) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        all.put("registry.url", registry);
        all.put("http.port", Integer.toString(port));
        all.put("alerts.stateDir", folder.resolve("state" + instance).toString());
        all.put("alerts.heartbeatInterval", "200ms");
        all.put("alerts.lateness", "1s");
        all.put("alerts.canaryInterval", "0s");
        all.put("alerts.view.enabled", "false");
        all.put("kafka.streams.probing.rebalance.interval.ms", "60000");
        all.put("kafka.streams.acceptable.recovery.lag", "1000000");
        return Configuration.of(all);
    }

    private Instance start(int number) throws Exception {
        Configuration configuration = configuration(number, freePort());
        Metrics metrics = new Metrics();
        AlertsService service = new AlertsService(
                configuration,
                metrics.registry(),
                new SomeEntities(),
                document -> new Annotations("en", List.of(), List.of()));
        HttpServer server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
        open.add(metrics);
        open.add(service);
        open.add(server);
        service.start();
        Instance instance = new Instance(service, server, metrics);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send(instance, HttpRequest.newBuilder(URI.create(server.url() + "/health/ready")))
                                .statusCode()
                        == 200);
        return instance;
    }

    private void put(Instance instance, String id, String query) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(instance.server().url() + "/api/watches/" + id))
                .PUT(BodyPublishers.ofString("{\"query\": \"" + query + "\"}"));
        assertThat(send(instance, request).statusCode()).isIn(200, 202);
    }

    private HttpResponse<String> send(Instance instance, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void article(String id, String text, Instant accepted) throws Exception {
        EnrichedArticle article = EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder().setId(id).setText(text).build())
                .setLanguage("en")
                .setMentions(List.of())
                .setClaims(List.of())
                .build();
        try (var producer = new KafkaProducer<>(
                new KafkaClients(configuration(0, 0).kafka()).producer(),
                new StringSerializer(),
                topics.enriched().valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topics.enriched().name(), null, accepted.toEpochMilli(), id, article))
                    .get();
        }
    }

    /** Waits until each of these watches has raised something, and then a while for more. */
    private void awaitAlerts(String... watches) {
        await().atMost(PATIENCE).during(Duration.ofSeconds(2)).until(() -> {
            subscriber.get().poll(Duration.ofMillis(100)).forEach(record -> alerts.add(record.value()));
            return alerts.stream().map(Alert::getWatchId).toList().containsAll(List.of(watches));
        });
    }

    private List<Alert> of(String watch) {
        return alerts.stream().filter(alert -> alert.getWatchId().equals(watch)).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
