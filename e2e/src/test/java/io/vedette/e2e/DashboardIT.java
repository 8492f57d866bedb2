package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.vedette.e2e.dashboard.Board;
import io.vedette.e2e.dashboard.BoardFile;
import io.vedette.e2e.dashboard.Query;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every expression of every dashboard and everything that the rules look at, asked of a real Prometheus that scrapes a running
 * pipeline in which everything happens that they count: articles, alerts, a delivery, a poll, a dead letter.
 */
class DashboardIT {

    private static final int BASE_PORT = 19_080;
    private static final int PROMETHEUS_PORT = 19_085;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void everyExpressionReturnsData() throws Exception {
        Map<String, String> asked = new LinkedHashMap<>(expressions());
        assertThat(asked).hasSizeGreaterThan(150);
        HttpServer outlet = outlet();
        try (PrometheusProcess prometheus = PrometheusProcess.start(folder, PROMETHEUS_PORT, BASE_PORT);
                VedetteProcess vedette = VedetteProcess.start(folder, BASE_PORT, arguments(outlet))) {
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(vedette.isAlive()).as(vedette.log()).isTrue();
                assertThat(vedette.isReady()).isTrue();
            });
            vedette.put(
                    "/api/watches/storm",
                    "{\"id\":\"storm\",\"title\":\"Storm\",\"query\":\"storm\",\"severity\":\"WARNING\"}");
            addSource(vedette, "port", outlet);
            poison();
            int[] round = {0};
            await().atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        postTwiceTheSame(round[0]++);
                        postOfNoOtherStory();
                        if (round[0] == 5) {
                            addSource(vedette, "harbour", outlet); // what is timed once has no rate
                        }
                        asked.keySet().removeIf(expression -> prometheus.hasData(asked.get(expression)));
                        assertThat(asked.keySet())
                                .as("no data after round " + round[0])
                                .isEmpty();
                    });
            assertThat(vedette.get("/metrics").body())
                    .as("a topic's metrics under a second name")
                    .contains("topic=\"vedette.articles\"")
                    .doesNotContain("topic=\"vedette_articles\"");
        } finally {
            outlet.stop(0);
        }
    }

    /** What is to be asked, with Grafana's variables filled in, by what it is called in a failure. */
    private static Map<String, String> expressions() throws IOException {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (Board board : Board.all()) {
            for (Query query : BoardFile.queries(board)) {
                expressions.put(board.name() + ": " + query.expression(), filledIn(query.expression()));
            }
        }
        Set<String> selectors = new LinkedHashSet<>();
        Alarms.all().forEach(alarm -> selectors.addAll(alarm.selectors()));
        selectors.forEach(selector -> expressions.put("rules: " + selector, "count(" + selector + ")"));
        return expressions;
    }

    private static String filledIn(String expression) {
        return expression
                .replace("$__rate_interval", "15s")
                .replace("$instance", ".*")
                .replace("$lane", ".*")
                .replace("$application", ".*");
    }

    /** Both the receiver of alerts and the outlet are on this machine. */
    private String[] arguments(HttpServer outlet) throws IOException {
        Path config = Files.writeString(folder.resolve("vedette.yaml"), """
                delivery:
                  defaultChannels: [desk]
                  channels:
                    - {name: desk, type: webhook, allow: [127.0.0.0/8], settings: {url: "http://127.0.0.1:%d/desk"}}
                ingest:
                  web: {allow: [127.0.0.0/8], delay: 10ms}
                """.formatted(
                        outlet.getAddress().getPort()));
        return new String[] {
            "up",
            "--config",
            config.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(BASE_PORT)
        };
    }

    private static void addSource(VedetteProcess vedette, String id, HttpServer outlet) throws IOException {
        String url = "http://127.0.0.1:" + outlet.getAddress().getPort() + "/feed.xml?" + id;
        HttpResponse<String> answer = vedette.put("/api/sources/" + id, "{\"url\":\"" + url + "\",\"kind\":\"FEED\"}");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    }

    private static HttpServer outlet() throws IOException {
        HttpServer outlet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] feed = """
                <rss version="2.0"><channel><title>Port</title><link>http://127.0.0.1/</link><description>Port</description>
                <item><title>A storm closed the port</title><link>http://127.0.0.1/storm</link>
                <description>A storm closed the port of Odesa on Monday, officials said.</description></item>
                </channel></rss>
                """.getBytes(StandardCharsets.UTF_8);
        outlet.createContext("/feed.xml", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        });
        outlet.createContext("/desk", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        outlet.start();
        return outlet;
    }

    private void postTwiceTheSame(int round) throws Exception {
        String url = "https://news.example.org/storm/" + round;
        String text =
                "Russian forces shelled Odesa during a storm for the " + round + ". time this year, officials said.";
        post("Storm number " + round, text, url);
        post("Storm number " + round, text, url);
    }

    /** Its words are in no other article, so it raises an alert of its own. */
    private void postOfNoOtherStory() throws Exception {
        String words = Stream.generate(UUID::randomUUID)
                .limit(10)
                .map(id -> id.toString().replaceAll("[^a-f]+", " "))
                .collect(Collectors.joining(" "));
        post("Storm " + words, "A storm: " + words + '.', "https://news.example.org/storm/" + UUID.randomUUID());
    }

    private void post(String title, String text, String url) throws Exception {
        String date = Instant.now().minusSeconds(90).toString();
        String article = JSON.writeValueAsString(Map.of("title", title, "text", text, "date", date, "url", url));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + BASE_PORT + "/api/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(article))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    /** What is no Avro ends among the dead letters, which the dashboards count. */
    private static void poison() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + (BASE_PORT + 1012));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("vedette.articles", "no Avro".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
