package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.app.api.ApiClient;
import io.vedette.schemas.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From what a web server answers to the alert that tells of it. */
@ExtendWith(SharedPipeline.class)
class SourceHealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOURCE = "/api/sources/forbidding";
    private static final byte[] FEED = ("<rss version='2.0'><channel><title>The Echo</title><item><guid>1</guid>"
                    + "<title>Nothing new</title><description>All is quiet.</description></item></channel></rss>")
            .getBytes(UTF_8);

    private final AtomicBoolean forbidding = new AtomicBoolean();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSourceThatForbidsItselfRaisesOneAlertOfTheBuiltInWatch(RunningPipeline pipeline) throws Exception {
        ApiClient.Answer defined = pipeline.api()
                .put(
                        SOURCE,
                        "{\"url\": \"http://127.0.0.1:" + server.getAddress().getPort()
                                + "/feed\", \"name\": \"The Echo\", \"interval\": \"1s\"}");
        assertThat(defined.status()).as(defined.body().toString()).isEqualTo(200);
        try (TopicReader<Alert> alerts =
                new TopicReader<>(pipeline, pipeline.topics().alerts())) {
            await().atMost(PATIENCE).until(() -> status(pipeline).equals("HEALTHY"));

            forbidding.set(true);

            await().atMost(PATIENCE).until(() -> status(pipeline).equals("FORBIDDEN"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                alerts.poll();
                assertThat(told(alerts)).hasSize(1).first().satisfies(alert -> assertThat(alert.getHeadline())
                        .startsWith("Source The Echo is forbidden: "));
            });
        } finally {
            pipeline.api().delete(SOURCE);
        }
    }

    private static List<Alert> told(TopicReader<Alert> alerts) {
        return alerts.values().stream()
                .filter(alert -> alert.getWatchId().equals("source-health"))
                .toList();
    }

    private static String status(RunningPipeline pipeline) throws InterruptedException {
        return pipeline.api().get(SOURCE).body().path("status").asText();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/feed")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (forbidding.get()) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                exchange.sendResponseHeaders(200, FEED.length);
                exchange.getResponseBody().write(FEED);
            }
        }
    }
}
