package io.vedette.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.alerts.view.ViewRecords;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.deadletter.DeadLetterService;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.status.SystemService;
import io.vedette.runtime.streams.DeadLetters;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.Annotations;
import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The requests of the guides, sent by curl as they stand there but for the address of the server and the id of an alert. */
@ExtendWith(KafkaClusterExtension.class)
class DocumentedRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES = List.of("api.md", "delivery.md", "alerts.md", "dead-letters.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh)?\\n(.*?)^```$");
    private static final int LARGEST_BODY = 40_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaCluster cluster;
    private Topics topics;
    private HttpServer server;

    @BeforeEach
    void startAlertsAndDelivery() throws Exception {
        Configuration configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                cluster.getBootstrapServers(),
                "registry.url",
                "mock://documented",
                "http.port",
                "0",
                "http.maxRequestBytes",
                Integer.toString(LARGEST_BODY),
                "alerts.stateDir",
                folder.resolve("state").toString(),
                "alerts.view.refresh",
                "100ms"));
        AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
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
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        send(kafka, topics.enriched(), "a1", ViewRecords.article(1));
        send(kafka, topics.alerts(), "routes", ViewRecords.alert("x1", "routes", "a1"));
        sendDeadLetter(kafka);

        Metrics metrics = new Metrics();
        open.add(metrics);
        DeliveryService delivery = new DeliveryService(configuration, metrics.registry());
        open.add(delivery);
        AlertsService alerts = new AlertsService(
                configuration,
                metrics.registry(),
                new Kherson(),
                document -> new Annotations("en", List.of(), List.of()));
        open.add(alerts);
        Service deadLetters = DeadLetterService.create(configuration, topics, serdes.client(), Clock.systemUTC());
        SystemService system = new SystemService(
                configuration,
                topics,
                List.of(alerts),
                List.of(),
                alerts.pulse(),
                metrics.registry(),
                Clock.systemUTC());
        open.add(system);
        server = new HttpServer(
                        configuration.http(), metrics, List.of(delivery, alerts, deadLetters, system), List.of())
                .start();
        open.add(server);
        delivery.start();
        alerts.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        request("GET", "/health/ready", "").statusCode())
                .isEqualTo(200));
        assertThat(request("PUT", "/api/watches/floods", "{\"query\": \"flood\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void everyRequestOfTheGuidesIsAnsweredWell() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> requests = new ArrayList<>();
        for (String page : PAGES) {
            requests.addAll(curls(Files.readString(Path.of("../docs", page))));
        }
        assertThat(requests).hasSizeGreaterThan(20);

        for (String request : requests) {
            assertThat(status(request)).as(request).matches("2\\d\\d");
        }
        for (String file : List.of("claims.csv", "strikes.geojson", "alerts.jsonl", "watches.csv")) {
            assertThat(folder.resolve(file)).as(file).isNotEmptyFile();
        }
        assertThat(Json.MAPPER
                        .readTree(folder.resolve("alerts.jsonl").toFile())
                        .get("id")
                        .textValue())
                .isEqualTo("x1");
    }

    @Test
    void aWatchHasItsVersionsAlsoOnceItIsDeleted() throws Exception {
        request("PUT", "/api/watches/floods", "{\"query\": \"flood dam\"}", "X-Vedette-User", "ada");
        request("DELETE", "/api/watches/floods", "", "X-Vedette-User", "ben");
        request("PUT", "/api/watches/floods", "{\"query\": \"dam\"}");

        JsonNode versions = Json.MAPPER.readTree(
                request("GET", "/api/watches/floods/versions", "").body());

        assertThat(versions.get("complete").booleanValue()).isTrue();
        assertThat(versions.get("items"))
                .extracting(
                        item -> item.get("what").textValue(),
                        item -> item.get("version").intValue(),
                        item -> item.get("who").textValue(),
                        item -> item.path("watch").path("query").asText())
                .containsExactly(
                        tuple("CREATED", 1, null, "dam"),
                        tuple("DELETED", 2, "ben", ""),
                        tuple("CHANGED", 2, "ada", "flood dam"),
                        tuple("CREATED", 1, null, "flood"));
    }

    @Test
    void whatIsWrongIsAnsweredAsAProblem() throws Exception {
        assertProblem(400, request("GET", "/api/alerts?from=soon", ""), "parameter");
        assertProblem(400, request("PUT", "/api/watches/routes", "{\"query\": \"supply AND (routes\"}"), "column");
        assertProblem(400, request("PUT", "/api/watches/routes", "{\"query\": "), "line");
        assertProblem(400, request("POST", "/api/alerts/x1/feedback", "{\"what\": \"REJECT\"}"), "detail");
        assertProblem(404, request("GET", "/api/watches/unknown", ""), "detail");
        assertProblem(404, request("GET", "/api/watches/unknown/versions", ""), "detail");
        assertProblem(404, request("GET", "/api/watches/unknown/feed.atom", ""), "detail");
        assertProblem(404, request("GET", "/api/deliveries/x9/nowhere", ""), "detail");
        assertProblem(404, request("GET", "/api/nothing", ""), "detail");
        assertProblem(405, request("DELETE", "/api/alerts", ""), "detail");
        assertProblem(406, request("GET", "/api/alerts/stream", ""), "detail");
        assertProblem(409, request("POST", "/api/watches", "{\"id\": \"floods\", \"query\": \"flood\"}"), "detail");
        assertProblem(
                412, request("PUT", "/api/watches/floods", "{\"query\": \"dam\"}", "If-Match", "\"0-0\""), "etag");
        assertProblem(413, request("PUT", "/api/watches/floods", " ".repeat(LARGEST_BODY + 1)), "detail");
    }

    private static void assertProblem(int status, HttpResponse<String> answer, String member) throws IOException {
        String request = answer.request().method() + " " + answer.uri() + ": " + answer.body();
        assertThat(answer.statusCode()).as(request).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(request).hasValue("application/problem+json");
        var problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("status").intValue()).as(request).isEqualTo(status);
        assertThat(problem.get("title").textValue()).as(request).isNotBlank();
        assertThat(problem.has(member)).as(request).isTrue();
    }

    /** Requests of several lines are one. */
    private static List<String> curls(String page) {
        List<String> requests = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            block.group(1)
                    .replace("\\\n", " ")
                    .lines()
                    .filter(line -> line.startsWith("curl "))
                    // ingest answers these, and tries them in a test of its own
                    .filter(line -> !line.contains("/api/sources"))
                    .forEach(requests::add);
        }
        return requests;
    }

    private String status(String documented) throws Exception {
        String request = documented
                .replaceAll("(127\\.0\\.0\\.1|localhost):8080", server.url().substring("http://".length()))
                .replace("/api/alerts/ID/", "/api/alerts/x1/")
                .replace("alert=ID", "alert=x1")
                .replace("/api/watches/ID/", "/api/watches/routes/")
                // a stream has no end of its own
                .replace("curl -N", "curl -N --max-time 2");
        Path printed = folder.resolve("status");
        Process process = new ProcessBuilder("bash", "-c", request + " -w '%{stderr}%{http_code}'")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("body").toFile())
                .redirectError(printed.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(request).isTrue();
        String said = Files.readString(printed);
        return said.substring(Math.max(0, said.length() - "200".length()));
    }

    private HttpResponse<String> request(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The first of enrich, which was read from articles. */
    private void sendDeadLetter(KafkaClients kafka) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> letter =
                    new ProducerRecord<>(topics.enrichDeadLetters().name(), 0, null, "no Avro".getBytes(UTF_8));
            String origin = DeadLetters.ERROR_HEADERS;
            letter.headers().add(origin + "topic", topics.articles().name().getBytes(UTF_8));
            letter.headers().add(origin + "partition", "0".getBytes(UTF_8));
            letter.headers().add(origin + "offset", "0".getBytes(UTF_8));
            producer.send(letter).get();
        }
    }

    private static <V> void send(KafkaClients kafka, Topic<String, V> topic, String key, V value) throws Exception {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    /** The place that the guides speak of. */
    private static final class Kherson implements Entities {

        @Override
        public Set<String> actors(String name) {
            return Set.of();
        }

        @Override
        public Set<String> places(String name) {
            return name.equals("Kherson") ? Set.of("geo-706448") : Set.of();
        }

        @Override
        public Set<String> areas(String placeId) {
            return Set.of(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
        }
    }
}
