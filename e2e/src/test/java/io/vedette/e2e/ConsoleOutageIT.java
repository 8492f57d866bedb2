package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.app.api.ApiClient;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open page does while the broker or Vedette itself is away, and after. */
class ConsoleOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private final Ports ports = Ports.from(0);
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private RunningPipeline pipeline;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        registry = EmbeddedRegistry.start(folder.resolve("registry"), ports);
        startBroker();
        registry.awaitReady();
        pipeline = RunningPipeline.create(configuration()).awaitReady();
        ApiClient.Answer put = pipeline.api()
                .put(
                        "/api/watches/paper",
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", "A paper")
                                .put("query", "source:\"Gazette\"")
                                .toString());
        assertThat(put.isGood()).as(put.body().toString()).isTrue();
        browser = Browser.open(pipeline.url());
        browser.go("/alerts");
        browser.find(".line.live");
        post("Harbour closed for repairs", "Storms have broken the pier, the harbour master said on Monday.");
        browser.withText("main", "Harbour closed for repairs");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (pipeline != null) {
            pipeline.close();
        }
        broker.close();
        registry.close();
    }

    @Test
    void aPageGoesOnWhereItWasAfterTheBrokerAndVedetteWereAway() throws Exception {
        broker.close();
        await().atMost(PATIENCE).until(() -> !pipeline.health().isGood());

        browser.find(".line.live");
        browser.withText("main", "Harbour closed for repairs");

        startBroker();
        pipeline.awaitReady();
        post("Ferry overdue in fog", "The night boat has not arrived, the coast guard said.");
        browser.withText("main", "Ferry overdue in fog");

        pipeline.close();
        browser.find(".line.reconnecting");
        browser.withText("main", "Ferry overdue in fog");

        pipeline = RunningPipeline.start(configuration()).awaitReady();
        post("Tram line extended", "The city opens nine new stops in spring, planners announced.");
        browser.withText("main", "Tram line extended");
        browser.find(".line.live");
    }

    private void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), ports);
    }

    private Configuration configuration() {
        return RunningPipeline.configuration(
                "127.0.0.1:" + ports.broker(),
                EmbeddedRegistry.url(ports),
                folder.resolve("state"),
                "console",
                Map.of("http.port", Integer.toString(ports.http())));
    }

    private void post(String title, String text) throws Exception {
        ApiClient.Answer answer = pipeline.api()
                .post(
                        "/api/articles",
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", title)
                                .put("text", text)
                                .put("source", "Gazette")
                                .toString());
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
    }
}
