package io.vedette.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ExtendWith(KafkaClusterExtension.class)
class DeliveryServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> channels = new HashMap<>();

    private KafkaCluster cluster;
    private String registry;
    private AvroSerdes serdes;
    private Topics topics;
    private int channelCount;

    /** One instance of the service as a process would run it. */
    private record Instance(DeliveryService service, HttpServer server, Metrics metrics) {}

    @BeforeEach
    void connect(TestInfo test) {
        registry = "mock://" + test.getTestMethod().orElseThrow().getName();
        Configuration configuration = configuration();
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
        open.add(serdes);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameKeyAndEachAttemptIsListed() throws Exception {
        Receiver receiver = receiver((exchange, number) -> exchange.sendResponseHeaders(number < 3 ? 500 : 200, -1));
        webhook("desk", receiver);
        createTopics();
        Instance instance = start();

        raise(SomeAlerts.of("x1", "desk"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses(instance, "x1"))
                .containsExactly("DELIVERED", "FAILED", "FAILED"));
        assertThat(keys(receiver)).containsExactly("x1/desk", "x1/desk", "x1/desk");
        JsonNode deliveries = json(instance, "/api/deliveries?alert=x1");
        assertThat(deliveries.get("open")).isEmpty();
        assertThat(deliveries.get("items").get(2).get("reason").textValue()).isEqualTo("answered 500");
    }

    @Test
    void aReceiverThatHangsDelaysNobodyAndTwoInstancesShareTheWork() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Receiver slow = receiver((exchange, number) -> end.await(60, TimeUnit.SECONDS));
        Receiver fast = receiver(Receiver.status(200));
        webhook("slow", slow);
        webhook("fast", fast);
        createTopics();
        Instance one = start();
        Instance two = start();

        List<String> ids = IntStream.range(0, 60).mapToObj(i -> "x" + i).toList();
        raise(ids.stream()
                .map(id -> SomeAlerts.ofWatch(id, "watch-" + id, "slow", "fast"))
                .toArray(Alert[]::new));

        List<String> expected = ids.stream().map(id -> id + "/fast").toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keys(fast)).containsExactlyInAnyOrderElementsOf(expected));
        for (Instance instance : List.of(one, two)) {
            assertThat(instance.metrics().scrape()).contains("vedette_deliveries_total{channel=\"fast\"");
        }
        end.countDown();
    }

    @Test
    void whatWasUnderWayAtACrashIsSentAgainWithTheSameKeyByTheNext() throws Exception {
        AtomicBoolean crashed = new AtomicBoolean();
        Receiver receiver = receiver((exchange, number) -> {
            if (!crashed.get()) {
                // it has everything, but nobody hears of it
                TimeUnit.SECONDS.sleep(60);
            }
            exchange.sendResponseHeaders(200, -1);
        });
        webhook("desk", receiver);
        createTopics();
        Instance first = start();
        raise(SomeAlerts.of("x1", "desk"));
        await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
        crashed.set(true);
        first.service().close();

        Instance next = start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(next, "x1")).containsExactly("DELIVERED"));
        assertThat(keys(receiver)).containsExactly("x1/desk", "x1/desk");
    }

    @Test
    void retriesGoOnAfterARestart() throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        Receiver receiver = receiver((exchange, number) -> exchange.sendResponseHeaders(up.get() ? 200 : 503, -1));
        webhook("desk", receiver);
        createTopics();
        Instance first = start();
        raise(SomeAlerts.of("x1", "desk"));
        await().atMost(PATIENCE).until(() -> receiver.requests().size() >= 2);
        first.service().close();
        up.set(true);

        Instance next = start();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(statuses(next, "x1")).startsWith("DELIVERED").contains("FAILED"));
        assertThat(json(next, "/api/deliveries").get("open")).isEmpty();
    }

    @Test
    void whatIsRefusedIsParkedAndDeliveredOnceSomebodyAsksForIt() throws Exception {
        AtomicBoolean back = new AtomicBoolean();
        Receiver receiver = receiver((exchange, number) -> exchange.sendResponseHeaders(back.get() ? 200 : 410, -1));
        webhook("desk", receiver);
        createTopics();
        Instance one = start();
        Instance two = start();
        raise(SomeAlerts.of("x1", "desk"), SomeAlerts.of("x2", "nowhere"));
        for (Instance instance : List.of(one, two)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(open(instance, "parked"))
                    .containsExactlyInAnyOrder("x1/desk", "x2/nowhere"));
        }
        back.set(true);

        // whichever has it, one of the two has not
        assertThat(post(one, "/api/deliveries/x1/desk/retry").statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(two, "x1")).containsExactly("DELIVERED", "PARKED"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(open(two, "parked")).containsExactly("x2/nowhere"));
        assertThat(post(two, "/api/deliveries/x1/desk/retry").statusCode()).isEqualTo(404);
        assertThat(json(two, "/api/deliveries?alert=x2")
                        .get("open")
                        .get(0)
                        .get("reason")
                        .textValue())
                .contains("no channel \"nowhere\"");
    }

    @Test
    void secretsAreInNoTopicNoLogAndNoAnswerAlsoIfTheReceiverRepeatsThem() throws Exception {
        Receiver gossip = receiver((exchange, number) -> {
            String told = "you said " + exchange.getRequestHeaders().getFirst("Authorization") + " at "
                    + exchange.getRequestURI();
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write(told.getBytes(StandardCharsets.UTF_8));
        });
        channel(
                "desk",
                "webhook",
                Map.of(
                        "settings.url", gossip.url() + "/hook?token=0query0",
                        "settings.secret", "0signing0 0older0",
                        "settings.authorization", "Bearer 0bearer0",
                        "allow", "127.0.0.0/8"));
        channel("chat", "slack", Map.of("settings.url", gossip.url() + "/services/0slack0", "allow", "127.0.0.0/8"));
        List<String> secrets = List.of("0query0", "0signing0", "0older0", "0bearer0", "0slack0");
        createTopics();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            Instance instance = start();
            raise(SomeAlerts.of("x1", "desk", "chat"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(statuses(instance, "x1")).hasSizeGreaterThan(3);
                assertThat(gossip.requests()).extracting(Receiver.Request::path).contains("/hook", "/services/0slack0");
            });

            String answers = get(instance, "/api/deliveries") + get(instance, "/metrics");
            assertThat(answers).contains("answered 500: you said ***").doesNotContain(secrets);
        } finally {
            root.detachAppender(log);
        }
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage, ILoggingEvent::getKeyValuePairs)
                .asString()
                .doesNotContain(secrets);
        assertThat(values(topics.deliveries()).toString()).doesNotContain(secrets);
        assertThat(values(topics.deliveryState()).toString()).doesNotContain(secrets);
    }

    @Test
    void aReceiverInsideIsRefusedUnlessItIsAllowed() throws Exception {
        Receiver receiver = receiver(Receiver.status(200));
        channel("desk", "webhook", Map.of("settings.url", receiver.url()));
        createTopics();
        Instance instance = start();

        raise(SomeAlerts.of("x1", "desk"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(open(instance, "parked")).containsExactly("x1/desk"));
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void aChannelThatIsATopicHasEachAlertOnce() throws Exception {
        channel("desk", "topic", Map.of("settings.format", "json"));
        channel("risk", "topic", Map.of());
        channels.put("delivery.defaultChannels", "risk");
        createTopics();
        Instance instance = start();

        raise(SomeAlerts.of("x1", "desk"), SomeAlerts.of("x2"));

        assertThat(values(topics.channelAlertsJson("desk")))
                .singleElement()
                .asString()
                .contains("\"id\":\"x1\"");
        assertThat(values(topics.channelAlerts("risk"))).containsExactly(SomeAlerts.of("x2"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(instance, "x1")).containsExactly("DELIVERED"));
    }

    @Test
    void theStreamGoesOnAtTheLastEventOnAnotherInstanceAndAfterARestart() throws Exception {
        createTopics();
        Instance one = start();
        Instance two = start();
        Stream<String> first = stream(one, "", null);
        raise(SomeAlerts.of("x2"));
        String id = first.filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3)
                .strip();
        raise(SomeAlerts.of("x3"), SomeAlerts.of("x4"));

        Stream<String> second = stream(two, "?watch=routes", id);
        assertThat(second.filter(line -> line.startsWith("data:")).limit(2).toList())
                .satisfiesExactly(line -> assertThat(line).contains("\"id\":\"x3\""), line -> assertThat(line)
                        .contains("\"id\":\"x4\""));

        Instance restarted = start();
        Stream<String> third = stream(restarted, "?watch=routes", id);
        assertThat(third.filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                        .limit(4)
                        .toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("alert"),
                        line -> assertThat(line).contains("\"id\":\"x3\""),
                        line -> assertThat(line).contains("alert"),
                        line -> assertThat(line).contains("\"id\":\"x4\""));
    }

    private Configuration configuration() {
        Map<String, String> settings = new HashMap<>(channels);
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        settings.put("registry.url", registry);
        settings.put("http.port", "0");
        settings.put("topics.partitions", "6");
        settings.put("delivery.retryFirst", "200ms");
        return Configuration.of(settings);
    }

    private Receiver receiver(Receiver.Behaviour behaviour) throws IOException {
        Receiver receiver = new Receiver(behaviour);
        open.add(receiver);
        return receiver;
    }

    private void webhook(String name, Receiver receiver) {
        channel(name, "webhook", Map.of("settings.url", receiver.url(), "allow", "127.0.0.0/8"));
    }

    private void channel(String name, String type, Map<String, String> settings) {
        String path = "delivery.channels." + channelCount++ + ".";
        channels.put(path + "name", name);
        channels.put(path + "type", type);
        settings.forEach((key, value) -> channels.put(path + key, value));
    }

    private void createTopics() throws Exception {
        List<Topic<?, ?>> all = new ArrayList<>(topics.all());
        all.addAll(DeliveryService.channelTopics(configuration().delivery(), topics));
        new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE").register(all);
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()))) {
            admin.createTopics(all.stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
    }

    private Instance start() {
        Configuration configuration = configuration();
        Metrics metrics = new Metrics();
        DeliveryService service = new DeliveryService(configuration, metrics.registry());
        HttpServer server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
        open.add(metrics);
        open.add(service);
        open.add(server);
        service.start();
        Instance instance = new Instance(service, server, metrics);
        await().atMost(PATIENCE).until(() -> send(instance, "/health/ready").statusCode() == 200);
        return instance;
    }

    private void raise(Alert... alerts) {
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(
                new KafkaClients(configuration().kafka()).producer(),
                new StringSerializer(),
                topics.alerts().valueSerde().serializer())) {
            for (Alert alert : alerts) {
                producer.send(new ProducerRecord<>(topics.alerts().name(), alert.getWatchId(), alert));
            }
        }
    }

    /** What the topic holds, once it holds something and nothing more comes for a while. */
    private <V> List<V> values(Topic<String, V> topic) {
        List<V> values = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                new KafkaClients(configuration().kafka()).consumer("subscriber-" + topic.name()),
                new StringDeserializer(),
                topic.valueSerde().deserializer())) {
            consumer.subscribe(List.of(topic.name()));
            await().atMost(PATIENCE).during(Duration.ofSeconds(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
            });
        }
        return values;
    }

    private static List<String> keys(Receiver receiver) {
        return receiver.requests().stream()
                .map(request -> request.header("Idempotency-Key"))
                .toList();
    }

    private List<String> statuses(Instance instance, String alert) throws Exception {
        List<String> statuses = new ArrayList<>();
        json(instance, "/api/deliveries?alert=" + alert)
                .path("items")
                .forEach(node -> statuses.add(node.get("status").textValue()));
        return statuses;
    }

    private List<String> open(Instance instance, String status) throws Exception {
        List<String> keys = new ArrayList<>();
        json(instance, "/api/deliveries?status=" + status)
                .path("open")
                .forEach(node -> keys.add(node.get("alertId").textValue() + "/"
                        + node.get("channel").textValue()));
        return keys;
    }

    private JsonNode json(Instance instance, String path) throws Exception {
        HttpResponse<String> response = send(instance, path);
        return response.statusCode() == 200 ? Json.MAPPER.readTree(response.body()) : MissingNode.getInstance();
    }

    private String get(Instance instance, String path) throws Exception {
        return send(instance, path).body();
    }

    private HttpResponse<String> send(Instance instance, String path) throws Exception {
        return http.send(request(instance, path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(Instance instance, String path) throws Exception {
        return http.send(request(instance, path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private Stream<String> stream(Instance instance, String query, String last) throws Exception {
        HttpRequest.Builder request =
                request(instance, "/api/alerts/stream" + query).header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return http.send(request.build(), BodyHandlers.ofLines()).body();
    }

    private static HttpRequest.Builder request(Instance instance, String path) {
        return HttpRequest.newBuilder(URI.create(instance.server().url() + path));
    }
}
