package io.vedette.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

@ExtendWith(KafkaClusterExtension.class)
class SourcesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HARBOUR =
            "{\"url\": \"https://news.example/feed.xml\", \"name\": \"Harbour News\", \"country\": \"ua\"}";

    private static final List<String> MAPPINGS = List.of("ministry-press", "telegram-preview");

    KafkaCluster cluster;

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://sources").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(3), serdes);
    private final Metrics metrics = new Metrics();
    private final SimpleMeterRegistry otherMeters = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();
    private Sources here;
    private Sources elsewhere;
    private HttpServer server;

    @BeforeEach
    void startTwoInstances() throws Exception {
        Configuration config = Configuration.of(Map.of(
                "kafka.bootstrap.servers", cluster.getBootstrapServers(),
                "registry.url", "mock://sources",
                "http.port", "0"));
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            admin.createTopics(List.of(
                            topics.sources().toNewTopic(), topics.sourceState().toNewTopic()))
                    .all()
                    .get();
        }
        here = new Sources(config, topics, MAPPINGS, metrics.registry(), Clock.systemUTC());
        elsewhere = new Sources(config, topics, MAPPINGS, otherMeters, Clock.systemUTC());
        here.start();
        elsewhere.start();
        here.store().caughtUp().get(20, TimeUnit.SECONDS);
        server = new HttpServer(
                        config.http(), metrics, List.of(new RoutesOnly("sources", List.of(here.routes()))), List.of())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        here.close();
        elsewhere.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void aSourceIsWrittenReadByAllInstancesChangedPausedAndDeleted() throws Exception {
        HttpResponse<String> put = send("PUT", "/api/sources/harbour", HARBOUR, "X-Vedette-User", "ada");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        JsonNode written = Json.MAPPER.readTree(put.body());
        assertThat(written.path("version").asInt()).isEqualTo(1);
        assertThat(written.path("updatedBy").asText()).isEqualTo("ada");
        assertThat(written.path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(ids("/api/sources?q=HARBOUR&country=UA")).containsExactly("harbour");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(elsewhere.store().get("harbour"))
                        .hasValueSatisfying(
                                stored -> assertThat(stored.source().getName()).isEqualTo("Harbour News")));

        String tag = put.headers().firstValue("ETag").orElseThrow();
        ((ObjectNode) written).put("language", "UK");
        HttpResponse<String> changed = send("PUT", "/api/sources/harbour", written.toString(), "If-Match", tag);
        assertThat(changed.statusCode())
                .as("what was read can be changed and sent back: " + changed.body())
                .isEqualTo(200);
        assertThat(changed.body()).contains("\"version\":2", "\"language\":\"uk\"");
        assertThat(send("PUT", "/api/sources/harbour", HARBOUR, "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(send("POST", "/api/sources", HARBOUR.replace("{", "{\"id\": \"harbour\", "))
                        .statusCode())
                .isEqualTo(409);

        assertThat(send("POST", "/api/sources/harbour/pause", "").body())
                .contains("\"status\":\"PAUSED\"", "\"enabled\":false");
        assertThat(ids("/api/sources?status=paused")).containsExactly("harbour");
        assertThat(send("POST", "/api/sources/harbour/resume", "").body()).contains("\"enabled\":true");

        assertThat(send("DELETE", "/api/sources/harbour", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/sources/harbour", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/sources/harbour/pause", "").statusCode()).isEqualTo(404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(elsewhere.store().all()).isEmpty());
    }

    @Test
    void aRecordThatNobodyCanReadDoesNoHarmAndIsCounted() throws Exception {
        send("PUT", "/api/sources/harbour", HARBOUR);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                cluster.getKafkaClientConfiguration(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.sources().name(), "harbour", new byte[] {1, 2, 3}))
                    .get();
            byte[] gopher = topics.sources()
                    .valueSerde()
                    .serializer()
                    .serialize(
                            topics.sources().name(),
                            Source.newBuilder().setUrl("gopher://old.example/").build());
            producer.send(new ProducerRecord<>(topics.sources().name(), "old", gopher))
                    .get();
        }

        assertThat(send("PUT", "/api/sources/port", HARBOUR.replace("feed", "port"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(ids("/api/sources")).containsExactly("harbour", "port");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        otherMeters.get(MetricNames.SOURCES_INVALID).gauge().value())
                .isEqualTo(2));
        assertThat(elsewhere.store().check().ok()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(elsewhere.store().all()).hasSize(2));
    }

    @Test
    void howASourceDoesIsShownWithItAndFound() throws Exception {
        send("PUT", "/api/sources/harbour", HARBOUR);
        send("PUT", "/api/sources/port", HARBOUR.replace("feed", "port"));
        try (KafkaProducer<String, SourceState> producer = new KafkaProducer<>(
                cluster.getKafkaClientConfiguration(),
                new StringSerializer(),
                topics.sourceState().valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(
                            topics.sourceState().name(),
                            "port",
                            SourceState.newBuilder()
                                    .setStatus("FORBIDDEN")
                                    .setReason("403 since Sunday")
                                    .setLastSuccess(Instant.parse("2026-11-22T06:00:00Z"))
                                    .setItemsPerDay(12.5)
                                    .build()))
                    .get();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids("/api/sources?unhealthy=true"))
                .containsExactly("port"));
        assertThat(ids("/api/sources?unhealthy=false")).containsExactly("harbour");
        assertThat(send("GET", "/api/sources/port", "").body())
                .contains(
                        "\"status\":\"FORBIDDEN\"", "\"lastSuccess\":\"2026-11-22T06:00:00Z\"", "\"itemsPerDay\":12.5");
    }

    @Test
    void whatIsWrongIsAnsweredWithFieldAndRemedyAndNothingIsWritten() throws Exception {
        HttpResponse<String> bad = send("PUT", "/api/sources/harbour", "{\"url\": \"file:///etc/passwd\"}");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(bad.body()).contains("\"field\":\"url\"", "write an http or https URL");
        assertThat(send("PUT", "/api/sources/a", "{\"urll\": 1}").body()).contains("urll");
        HttpResponse<String> unread =
                send("PUT", "/api/sources/a", HARBOUR.replace("}", ", \"kind\": \"LISTING\", \"mapping\": \"press\"}"));
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(unread.body()).contains("\"field\":\"mapping\"", "there are ministry-press, telegram-preview");
        assertThat(send("GET", "/api/sources?statuss=PAUSED", "").statusCode()).isEqualTo(400);
        assertThat(ids("/api/sources")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherById() throws Exception {
        for (String id : List.of("c", "a", "d", "b", "e")) {
            send("PUT", "/api/sources/" + id, HARBOUR.replace("feed", id));
        }

        HttpResponse<String> first = send("GET", "/api/sources?limit=2&enabled=true", "");

        assertThat(first.body()).contains("\"id\":\"a\"", "\"id\":\"b\"").doesNotContain("\"id\":\"c\"");
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(ids(link.substring(1, link.indexOf('>')))).containsExactly("c", "d");
        assertThat(send("GET", "/api/sources?after=d", "").headers().firstValue("Link"))
                .isEmpty();
    }

    @Test
    void everyRequestOfTheGuideIsAnsweredWell(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> requests = Files.readString(Path.of("../docs/api.md"))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("curl ") && line.contains("/api/sources"))
                // another part of ingest answers that one, and its test asks for what the guide says
                .filter(line -> !line.contains("/api/sources/test"))
                .toList();
        assertThat(requests).hasSizeGreaterThan(2);

        for (String request : requests) {
            String here = request.replace("http://127.0.0.1:8080", server.url());
            Process curl = new ProcessBuilder("bash", "-c", here + " --fail-with-body")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("answer").toFile())
                    .start();
            assertThat(curl.waitFor(30, TimeUnit.SECONDS)).as(request).isTrue();
            assertThat(curl.exitValue())
                    .as(request + ": " + Files.readString(folder.resolve("answer")))
                    .isZero();
        }
    }

    private List<String> ids(String path) throws Exception {
        return Json.MAPPER.readTree(send("GET", path, "").body()).findValuesAsText("id");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** A service that answers, and does nothing else. */
}
