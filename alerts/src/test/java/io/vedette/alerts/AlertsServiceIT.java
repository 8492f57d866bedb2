package io.vedette.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.micrometer.core.instrument.Timer;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class AlertsServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STORM = 10_000;

    /** Generous: machines that test are busy. */
    private static final Duration STORM_DELAY = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaCluster cluster;
    private String registry;
    private AvroSerdes serdes;
    private Topics topics;

    /** One instance of the service as a process would run it. */
    private record Instance(AlertsService service, HttpServer server, Metrics metrics) {}

    @BeforeEach
    void connect(TestInfo test) {
        registry = "mock://" + test.getTestMethod().orElseThrow().getName();
        Configuration configuration = configuration(0, 0);
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
    void whatIsAcceptedAfterTheAnswerIsMatchedByTheNewVersionOnEveryInstance() throws Exception {
        createTopics();
        Instance one = start(1);
        Instance two = start(2);
        awaitShared(one, two);

        assertThat(put(one, "routes", "{\"query\": \"convoy\"}").statusCode()).isEqualTo(200);
        produce(0, 30);
        HttpResponse<String> changed =
                put(two, "routes", "{\"query\": \"\\\"supply routes\\\"\", \"severity\": \"CRITICAL\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("version").intValue()).isEqualTo(2);
        produce(30, 60);

        Map<String, Integer> alerts = alertsOf(ids(30, 60));
        assertThat(alerts).allSatisfy((article, times) -> assertThat(times).isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(timed(one) + timed(two)).isEqualTo(alerts.size()));
    }

    @Test
    void aSourceThatForbidsItselfIsToldOnceByManyInstances() throws Exception {
        createTopics();
        Instance one = start(1);
        Instance two = start(2);
        awaitShared(one, two);
        try (var sources = producer(topics.sources().valueSerde().serializer())) {
            Source source =
                    Source.newBuilder().setId("echo").setName("The Echo").build();
            sources.send(new ProducerRecord<>(topics.sources().name(), "echo", source))
                    .get();
        }
        try (var states = producer(topics.sourceState().valueSerde().serializer())) {
            Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            for (int poll = 0; poll < 20; poll++) {
                SourceState state = SourceState.newBuilder()
                        .setSourceId("echo")
                        .setStatus(poll == 0 ? "HEALTHY" : "FORBIDDEN")
                        .setReason(poll == 0 ? "" : "403 from https://echo.example/feed")
                        .setSince(poll == 0 ? since.minusSeconds(60) : since)
                        .build();
                states.send(new ProducerRecord<>(topics.sourceState().name(), "echo", state))
                        .get();
            }
        }

        String headline = "Source The Echo is forbidden: 403 from https://echo.example/feed";
        assertThat(alertsBy(Alert::getHeadline, List.of(headline))).containsExactly(Map.entry(headline, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        json(get(one, "/api/alerts?watch=source-health")).findValuesAsText("headline"))
                .contains(headline));
        assertThat(json(get(one, "/api/watches/source-health")).get("builtIn").asBoolean())
                .isTrue();
        assertThat(put(one, "source-health", "{\"query\": \"convoy\"}").statusCode())
                .isEqualTo(409);
        assertThat(delete(one, "source-health").statusCode()).isEqualTo(409);
    }

    @Test
    void aStoryWhoseArticlesLieInManyPartitionsIsToldOnceByManyInstances() throws Exception {
        createTopics();
        Instance one = start(1);
        Instance two = start(2);
        awaitShared(one, two);
        assertThat(put(one, "routes", "{\"query\": \"supply\"}").statusCode()).isEqualTo(200);

        try (var stories = producer(topics.stories().valueSerde().serializer())) {
            for (String id : ids(0, 60)) {
                Story story = Story.newBuilder()
                        .setArticleId(id)
                        .setStoryId("s" + Integer.parseInt(id.substring(1)) % 10)
                        .build();
                stories.send(new ProducerRecord<>(topics.stories().name(), id, story));
            }
        }
        produce(0, 60);

        Map<String, Integer> told = alertsBy(
                Alert::getStoryId,
                ids(0, 10).stream().map(id -> "s" + id.substring(1)).toList());
        assertThat(told).hasSize(10).allSatisfy((story, times) -> assertThat(times)
                .isEqualTo(1));
    }

    @Test
    void aSilencedWatchSaysNothingAndWhatIsWrongWithAnAnswerIsSaid() throws Exception {
        createTopics();
        Instance instance = start(1);
        assertThat(put(instance, "routes", "{\"query\": \"supply\", \"budget\": 5}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(instance, "examples", "{\"query\": \"supply\", \"examples\": [{\"text\": \"A convoy.\"}]}")
                        .body())
                .contains("examples[0]");

        assertThat(post(instance, "/api/watches/routes/silence", "{\"reason\": \"known\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(instance, "/api/watches/nobody/silence", "{\"reason\": \"known\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(instance, "/api/watches/routes/silence", "{}").body()).contains("reason: is missing");
        assertThat(post(instance, "/api/alerts/a/feedback", "{\"what\": \"REJECT\", \"reason\": \"UGLY\"}")
                        .body())
                .contains("WRONG_ENTITY, WRONG_PLACE, OLD_NEWS, DUPLICATE, OFF_TOPIC");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode silent = json(get(instance, "/api/silences"));
            assertThat(silent.findValuesAsText("watchId")).containsExactly("routes");
            assertThat(silent.findValuesAsText("reason")).containsExactly("known");
        });
        AtomicInteger articles = new AtomicInteger();
        await().atMost(PATIENCE).untilAsserted(() -> {
            int next = articles.getAndIncrement();
            produce(next, next + 1);
            assertThat(instance.metrics()
                            .registry()
                            .counter(MetricNames.ALERTS_SUPPRESSED, "reason", "silence")
                            .count())
                    .isPositive();
        });
    }

    @Test
    void whatSomebodySaysOnOneInstanceIsToldByTheStreamOfAnother() throws Exception {
        createTopics();
        Instance one = start(1);
        HttpServer two = startDelivery(2);
        assertThat(put(one, "routes", "{\"query\": \"supply\"}").statusCode()).isEqualTo(200);
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(two.url() + "/api/alerts/stream?feedback=true"))
                .header("Accept", "text/event-stream");
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (Stream<String> lines =
                http.send(asked.build(), BodyHandlers.ofLines()).body()) {
            Thread reader = new Thread(() -> read(lines, told), "stream-reader");
            reader.setDaemon(true);
            reader.start();
            produce(0, 1);
            await().atMost(PATIENCE).until(() -> data(told).anyMatch(event -> event.has("articleId")));
            String alert = data(told).findFirst().orElseThrow().get("id").textValue();
            // until its own index has it
            await().atMost(PATIENCE)
                    .until(() -> get(one, "/api/alerts/" + alert).statusCode() == 200);

            assertSaid(one, alert, "ACKNOWLEDGE", "ACKNOWLEDGED", told);
            assertSaid(one, alert, "REOPEN", "OPEN", told);
        }
    }

    private void assertSaid(Instance instance, String alert, String what, String status, Queue<String> told)
            throws Exception {
        HttpRequest.Builder said = request(instance, "/api/alerts/" + alert + "/feedback")
                .header("X-Vedette-User", "ada")
                .POST(BodyPublishers.ofString("{\"what\": \"" + what + "\"}"));
        assertThat(send(said).statusCode()).isEqualTo(200);

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> data(told)
                .anyMatch(event -> event.path("what").asText().equals(what)
                        && event.path("alertId").asText().equals(alert)
                        && event.path("who").asText().equals("ada")));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode shown = json(get(instance, "/api/alerts/" + alert));
            assertThat(shown.path("status").asText()).isEqualTo(status);
            assertThat(shown.path("feedback").path("what").asText()).isEqualTo(what);
            assertThat(shown.path("feedback").path("who").asText()).isEqualTo("ada");
        });
    }

    /** The data of all events so far. */
    private static Stream<JsonNode> data(Queue<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> json(line.substring("data: ".length())));
    }

    private static void read(Stream<String> lines, Queue<String> to) {
        try {
            lines.forEach(to::add);
        } catch (UncheckedIOException e) {
            // the test has ended
        }
    }

    private HttpServer startDelivery(int number) {
        Configuration configuration = configuration(number, 0);
        Metrics metrics = new Metrics();
        DeliveryService service = new DeliveryService(configuration, metrics.registry());
        HttpServer server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
        open.add(metrics);
        open.add(service);
        open.add(server);
        service.start();
        return server;
    }

    @Test
    void aRecordThatMakesNoWatchIsSkippedAndTheOthersCount() throws Exception {
        createTopics();
        try (var producer = producer(new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.watches().name(), "poison", new byte[] {7, 7, 7}));
            producer.send(new ProducerRecord<>(topics.watches().name(), "unparsable", watch("unparsable", "((")));
            producer.send(new ProducerRecord<>(topics.watches().name(), "routes", watch("routes", "convoy")));
        }

        Instance instance = start(1);

        assertThat(json(get(instance, "/api/watches")).findValuesAsText("id"))
                .containsExactly("routes", "source-health");
        assertThat(instance.metrics()
                        .registry()
                        .get(MetricNames.WATCHES_INVALID)
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(get(instance, "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aStormOfOneWatchDelaysNoOther() throws Exception {
        createTopics();
        Instance instance = start(1);
        put(instance, "storm", "{\"query\": \"supply\"}");
        put(instance, "calm", "{\"query\": \"bridge\"}");
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Long> millis = new ConcurrentHashMap<>();
        try (var subscriber = subscriber();
                var producer = producer(topics.enriched().valueSerde().serializer())) {
            subscriber.subscribe(List.of(topics.alerts().name()));
            Runnable drain = () -> subscriber.poll(Duration.ofMillis(5)).forEach(record -> {
                Long start = sent.get(record.value().getArticleId());
                if (start != null) {
                    millis.putIfAbsent(record.value().getArticleId(), (System.nanoTime() - start) / 1_000_000);
                }
            });
            long alone = slowest("alone", 0, producer, sent, millis, drain);

            long inStorm = slowest("storm", STORM, producer, sent, millis, drain);

            assertThat(Duration.ofMillis(inStorm))
                    .isLessThan(Duration.ofMillis(alone).plus(STORM_DELAY));
        }
        long told = told("storm");
        assertThat(told).as("far above its budget it speaks in digests").isBetween(1L, STORM / 5L);
    }

    /**
     * How long the slowest of twenty alerts of a watch took, in milliseconds.
     *
     * @param others articles that another watch tells of, all at once and each a story of its own
     */
    private long slowest(
            String name,
            int others,
            KafkaProducer<String, EnrichedArticle> producer,
            Map<String, Long> sent,
            Map<String, Long> millis,
            Runnable drain) {
        for (int i = 0; i < others; i++) {
            String id = name + "-other" + i;
            producer.send(new ProducerRecord<>(topics.enriched().name(), id, article(id)));
        }
        List<String> calm =
                IntStream.range(0, 20).mapToObj(i -> name + "-calm" + i).toList();
        for (String id : calm) {
            sent.put(id, System.nanoTime());
            producer.send(new ProducerRecord<>(topics.enriched().name(), id, article(id, "A bridge stands.")));
            drain.run();
        }
        await().atMost(PATIENCE.multipliedBy(4))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    drain.run();
                    return millis.keySet().containsAll(calm);
                });
        long[] sorted = calm.stream().mapToLong(millis::get).sorted().toArray();
        System.out.printf(
                "%s: median %d ms, slowest %d ms%n", name, sorted[sorted.length / 2], sorted[sorted.length - 1]);
        return sorted[sorted.length - 1];
    }

    /** How many alerts the watch has raised, once it raises no more for a while. */
    private long told(String watch) {
        AtomicInteger told = new AtomicInteger();
        try (var subscriber = subscriber()) {
            subscriber.subscribe(List.of(topics.alerts().name()));
            await().atMost(PATIENCE).during(Duration.ofSeconds(2)).until(() -> {
                subscriber
                        .poll(Duration.ofMillis(100))
                        .forEach(record -> told.addAndGet(record.key().equals(watch) ? 1 : 0));
                return told.get() > 0;
            });
        }
        return told.get();
    }

    private KafkaConsumer<String, Alert> subscriber() {
        return new KafkaConsumer<>(
                new KafkaClients(configuration(0, 0).kafka()).consumer("subscriber-" + UUID.randomUUID()),
                new StringDeserializer(),
                topics.alerts().valueSerde().deserializer());
    }

    @Test
    void aBadQueryIsRefusedWithItsColumnAndAWatchCanBeDeleted() throws Exception {
        createTopics();
        Instance instance = start(1);

        HttpResponse<String> refused = put(instance, "routes", "{\"query\": \"supply AND (routes\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).get("column").intValue()).isPositive();
        assertThat(put(instance, "routes", "{\"query\": \"a\", \"severity\": \"HIGH\"}")
                        .body())
                .contains("INFO, WARNING or CRITICAL");
        assertThat(put(instance, "routes", "{\"query\": \"a\", \"sverity\": \"INFO\"}")
                        .statusCode())
                .isEqualTo(400);

        assertThat(put(instance, "routes", "{\"query\": \"convoy\"}").statusCode())
                .isEqualTo(200);
        assertThat(delete(instance, "routes").statusCode()).isEqualTo(200);
        assertThat(get(instance, "/api/watches/routes").statusCode()).isEqualTo(404);
        assertThat(delete(instance, "routes").statusCode()).isEqualTo(404);
    }

    @Test
    void aQueryIsTriedOnATextWithItsSourceAddressLanguageAndAge() throws Exception {
        createTopics();
        Instance instance = start(1);
        String known = "\"text\": \"A convoy.\", \"source\": \"Example Wire\", \"url\": \"https://news.example.org/1\","
                + " \"language\": \"en\", \"publishedAt\": \"" + Instant.now().minusSeconds(3_600) + "\"";
        String query = "convoy source:\\\"Example Wire\\\" domain:example.org lang:en age<2h";

        String tried = "{\"query\": \"" + query + "\", \"article\": {" + known + "}}";
        assertThat(json(post(instance, "/api/watches/test", tried))
                        .get("matches")
                        .booleanValue())
                .isTrue();
        String old = tried.replace("age<2h", "age<30m");
        assertThat(json(post(instance, "/api/watches/test", old)).get("matches").booleanValue())
                .isFalse();
        String explained = "{\"query\": \"" + query + "\", " + known + "}";
        assertThat(json(post(instance, "/api/explain", explained))
                        .get("matches")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void ofTwoWhoChangeOneWatchTheSecondIsTold() throws Exception {
        createTopics();
        Instance instance = start(1);
        put(instance, "routes", "{\"query\": \"convoy\"}");
        String seen = get(instance, "/api/watches/routes")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpRequest.Builder first = request(instance, "/api/watches/routes")
                .header("If-Match", seen)
                .PUT(BodyPublishers.ofString("{\"query\": \"convoys\"}"));
        HttpRequest.Builder second = request(instance, "/api/watches/routes")
                .header("If-Match", seen)
                .PUT(BodyPublishers.ofString("{\"query\": \"tank\"}"));

        HttpResponse<String> changed = send(first);
        assertThat(changed.statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(second);
        assertThat(refused.statusCode()).isEqualTo(412);
        String now = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(json(refused).get("etag").textValue()).isEqualTo(now);

        assertThat(json(get(instance, "/api/watches/routes")).get("query").textValue())
                .isEqualTo("convoys");
        assertThat(send(request(instance, "/api/watches/routes").header("If-None-Match", now))
                        .statusCode())
                .isEqualTo(304);
        assertThat(send(request(instance, "/api/watches/routes")
                                .header("If-None-Match", "*")
                                .PUT(BodyPublishers.ofString("{\"query\": \"tank\"}")))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(request(instance, "/api/watches/routes")
                                .header("If-Match", seen)
                                .DELETE())
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void doesNotStartWithoutItsTopicsAndSaysWhatToDo() {
        AlertsService service = service(configuration(1, 0), new Metrics());

        assertThatThrownBy(service::start)
                .isInstanceOfSatisfying(
                        StartupException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG))
                .hasMessageContaining("vedette topics create");
        service.close();
    }

    private Configuration configuration(int instance, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        settings.put("registry.url", registry);
        settings.put("http.port", Integer.toString(port));
        settings.put("alerts.stateDir", folder.resolve("state" + instance).toString());
        settings.put("alerts.heartbeatInterval", "200ms");
        settings.put("alerts.sourceHealth.gather", "500ms");
        // the second instance need not wait until the first one's tasks may be moved
        settings.put("kafka.streams.probing.rebalance.interval.ms", "60000");
        settings.put("kafka.streams.acceptable.recovery.lag", "1000000");
        return Configuration.of(settings);
    }

    private void createTopics() throws Exception {
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        registration.register(topics.all());
        registration.register(topics.internal());
        Map<String, Object> bootstrap = new HashMap<>(cluster.getKafkaClientConfiguration());
        try (Admin admin = Admin.create(bootstrap)) {
            admin.createTopics(topics.all().stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
    }

    private Instance start(int number) throws IOException {
        Configuration configuration = configuration(number, freePort());
        Metrics metrics = new Metrics();
        AlertsService service = service(configuration, metrics);
        HttpServer server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
        open.add(metrics);
        open.add(service);
        open.add(server);
        service.start();
        Instance instance = new Instance(service, server, metrics);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get(instance, "/health/ready").statusCode()).isEqualTo(200));
        return instance;
    }

    private static AlertsService service(Configuration configuration, Metrics metrics) {
        return new AlertsService(
                configuration,
                metrics.registry(),
                new SomeEntities(),
                document -> new Annotations("en", List.of(), List.of()));
    }

    /** Both have a part of the work, and each knows of the other. */
    private void awaitShared(Instance one, Instance two) {
        for (Instance instance : List.of(one, two)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode status = json(get(instance, "/api/watches/any/status/0/0"));
                assertThat(status.get("instances")).hasSize(2);
            });
        }
    }

    private void produce(int from, int to) throws Exception {
        try (var producer = producer(topics.enriched().valueSerde().serializer())) {
            for (String id : ids(from, to)) {
                producer.send(new ProducerRecord<>(topics.enriched().name(), id, article(id)));
            }
        }
    }

    private <V> KafkaProducer<String, V> producer(Serializer<V> serializer) {
        return new KafkaProducer<>(
                new KafkaClients(configuration(0, 0).kafka()).producer(), new StringSerializer(), serializer);
    }

    /** How often each article raised an alert, once all of these have, and nothing more comes for a while. */
    private Map<String, Integer> alertsOf(List<String> articles) {
        return alertsBy(Alert::getArticleId, articles);
    }

    private Map<String, Integer> alertsBy(Function<Alert, String> what, List<String> awaited) {
        Map<String, Integer> alerts = new HashMap<>();
        var properties = new KafkaClients(configuration(0, 0).kafka()).consumer("subscriber");
        try (KafkaConsumer<String, Alert> consumer = new KafkaConsumer<>(
                properties,
                new StringDeserializer(),
                topics.alerts().valueSerde().deserializer())) {
            consumer.subscribe(List.of(topics.alerts().name()));
            await().atMost(PATIENCE).during(Duration.ofSeconds(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> alerts.merge(what.apply(record.value()), 1, Integer::sum));
                return alerts.keySet().containsAll(awaited);
            });
        }
        return alerts;
    }

    private byte[] watch(String id, String query) {
        Watch watch = Watch.newBuilder().setId(id).setTitle(id).setQuery(query).build();
        return topics.watches()
                .valueSerde()
                .serializer()
                .serialize(topics.watches().name(), watch);
    }

    private static EnrichedArticle article(String id) {
        return article(id, "They lost their supply routes.");
    }

    private static EnrichedArticle article(String id, String text) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder().setId(id).setText(text).build())
                .setLanguage("en")
                .setMentions(List.of())
                .setClaims(List.of())
                .build();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "a" + i).toList();
    }

    private static long timed(Instance instance) {
        Timer timer =
                instance.metrics().registry().get(MetricNames.TIME_TO_ALERT).timer();
        return timer.count();
    }

    private HttpResponse<String> put(Instance instance, String id, String body) throws Exception {
        return send(request(instance, "/api/watches/" + id).PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(Instance instance, String path, String body) throws Exception {
        return send(request(instance, path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(Instance instance, String id) throws Exception {
        return send(request(instance, "/api/watches/" + id).DELETE());
    }

    private HttpResponse<String> get(Instance instance, String path) throws Exception {
        return send(request(instance, path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(Instance instance, String path) {
        return HttpRequest.newBuilder(URI.create(instance.server().url() + path));
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
