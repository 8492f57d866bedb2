package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of the dashboard, asked of a real Prometheus that scrapes a running pipeline. */
class DashboardIT {

    private static final int BASE_PORT = 19_080;
    private static final int PROMETHEUS_PORT = 19_085;
    private static final Path DASHBOARD = Path.of("../deploy/grafana/dashboards/overview.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void everyExpressionReturnsData() throws Exception {
        String program = Peer.require("prometheus");
        List<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(10);
        try (VedetteProcess vedette = VedetteProcess.start(
                folder,
                BASE_PORT,
                "up",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(BASE_PORT))) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(vedette.isAlive()).as(vedette.log()).isTrue();
                assertThat(vedette.isReady()).isTrue();
            });
            vedette.put(
                    "/api/watches/storm",
                    "{\"id\":\"storm\",\"title\":\"Storm\",\"query\":\"storm\",\"severity\":\"WARNING\"}");
            poison();
            Process prometheus = startPrometheus(program);
            try {
                int[] round = {0};
                await().atMost(Duration.ofSeconds(150))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            post(round[0]++);
                            postOfNoOtherStory();
                            for (String expression : expressions) {
                                assertThat(query(expression)).as(expression).isNotEmpty();
                            }
                        });
            } finally {
                prometheus.destroy();
                prometheus.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : JSON.readTree(Files.readString(DASHBOARD)).get("panels")) {
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(panel.path("title").asText())
                    .isNotBlank();
            panel.get("targets")
                    .forEach(target ->
                            expressions.add(target.get("expr").asText().replace("$instance", ".*")));
        }
        return expressions;
    }

    private void post(int round) throws Exception {
        post(
                "Storm number " + round,
                "A storm closed the port of Odesa for the " + round + ". time this year, officials said.");
    }

    /** Its words are in no other article, so it raises an alert of its own. */
    private void postOfNoOtherStory() throws Exception {
        String words = Stream.generate(UUID::randomUUID)
                .limit(10)
                .map(id -> id.toString().replaceAll("[^a-f]+", " "))
                .collect(Collectors.joining(" "));
        post("Storm " + words, "A storm: " + words + '.');
    }

    private void post(String title, String text) throws Exception {
        String article = JSON.writeValueAsString(Map.of(
                "title",
                title,
                "text",
                text,
                "date",
                Instant.now().minusSeconds(90).toString(),
                "url",
                "https://news.example.org/storm/" + UUID.randomUUID()));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + BASE_PORT + "/api/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(article))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    /** What is no Avro ends among the dead letters, which the dashboard counts. */
    private static void poison() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + (BASE_PORT + 1012));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("vedette.articles", "no Avro".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private Process startPrometheus(String program) throws IOException {
        Path config = Files.writeString(folder.resolve("prometheus.yaml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: vedette
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(BASE_PORT));
        return new ProcessBuilder(
                        program,
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + PROMETHEUS_PORT)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    /** The values of an instant query that are numbers. */
    private List<Double> query(String expression) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + PROMETHEUS_PORT + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<Double> values = new ArrayList<>();
        for (JsonNode result : JSON.readTree(response.body()).at("/data/result")) {
            double value = result.at("/value/1").asDouble(Double.NaN);
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
