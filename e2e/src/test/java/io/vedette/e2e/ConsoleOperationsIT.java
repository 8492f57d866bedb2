package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources and dead letters, looked after in the console. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleOperationsIT {

    private static final byte[] FEED =
            ("<rss version='2.0'><channel><title>The Fenland Echo</title><language>en</language>"
                            + "<item><guid>1</guid><title>Eels return to the drain</title>"
                            + "<description>Wardens counted ninety on Tuesday.</description></item></channel></rss>")
                    .getBytes(UTF_8);

    private RunningPipeline pipeline;
    private HttpServer server;
    private Browser browser;

    @BeforeAll
    void open(RunningPipeline running) throws IOException {
        pipeline = running;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed.xml", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                exchange.sendResponseHeaders(200, FEED.length);
                exchange.getResponseBody().write(FEED);
            }
        });
        server.start();
        browser = Browser.open(pipeline.url());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aSourceIsTriedAddedPausedAndDeleted() throws Exception {
        browser.go("/sources/+new");
        browser.field("Address")
                .sendKeys("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml");
        browser.press("Test");
        assertThat(browser.withText("main .trial", "Eels return to the drain").getText())
                .contains("The Fenland Echo", "1 items", "Wardens counted ninety on Tuesday.");
        browser.field("Id").sendKeys("fenland");
        browser.press("Add it");

        browser.withText("h1", "The Fenland Echo");
        awaiting().until(this::fenland, source -> source.path("status").asText().equals("HEALTHY"));
        awaiting().until(() -> {
            browser.go("/sources/fenland");
            browser.withText("h1", "The Fenland Echo");
            return browser.find("main").getText().contains("Eels return to the drain");
        });
        browser.press("Pause");
        awaiting().until(this::fenland, source -> !source.path("enabled").asBoolean());

        browser.press("Delete …");
        browser.press("Delete it");
        awaiting().until(() -> browser.address().equals("/sources"));
        assertThat(pipeline.api().get("/api/sources/fenland").status()).isEqualTo(404);
    }

    @Test
    void aDeadLetterIsLookedAtAndSentOnceMore() throws Exception {
        String topic = pipeline.topics().articles().name();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "console-poison", "neither Avro nor news"))
                    .get();
        }
        String address = awaiting().until(() -> letter("console-poison"), found -> found != null);

        browser.go("/system");
        browser.press(address);
        assertThat(browser.withText("dialog", "neither Avro nor news").getText())
                .contains("console-poison", topic);
        browser.find("dialog button[aria-label=Close]").click();
        browser.find("input[aria-label='Pick " + address + "']").click();
        browser.press("Send 1 once more …");
        browser.press("Send");

        browser.withText(".toast", "1 sent");
        awaiting()
                .until(
                        () -> browser.find("input[aria-label='Pick " + address + "']")
                                .isEnabled(),
                        is -> !is);
    }

    private JsonNode fenland() throws InterruptedException {
        return pipeline.api().get("/api/sources/fenland").body();
    }

    private String letter(String key) throws InterruptedException {
        for (JsonNode letter :
                pipeline.api().get("/api/deadletters?limit=50").body().path("items")) {
            String address = letter.path("address").asText();
            if (pipeline.api()
                    .get("/api/deadletters/" + address.replace(':', '/'))
                    .body()
                    .path("key")
                    .asText()
                    .contains(key)) {
                return address;
            }
        }
        return null;
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
