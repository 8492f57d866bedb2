package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.runtime.json.Json;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Watches, written and kept in order in the console. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleWatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private RunningPipeline pipeline;
    private Browser browser;

    @BeforeAll
    void open(RunningPipeline running) {
        pipeline = running;
        browser = Browser.open(pipeline.url());
        browser.go("/watches");
        browser.remember("user", "ada");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aWatchIsWrittenWithAPreviewSavedAndItsVersionsAreCompared() throws Exception {
        good(pipeline.api()
                .post(
                        "/api/articles",
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", "Quarantine for returning sailors")
                                .put("text", "Crews stay aboard for ten days, the port doctor of Sunderfjord said.")
                                .toString()));
        await().atMost(PATIENCE).until(() -> !good(pipeline.api().get("/api/articles?query=sunderfjord"))
                .path("items")
                .isEmpty());

        write("sunderfjord");
        browser.withText("main", "understood");
        browser.withText(".watch-panel", "Quarantine for returning sailors");
        browser.field("Title").sendKeys("Sunderfjord");
        browser.field("Title").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.withText("main", "version 1");

        String id = browser.address().substring("/watches/".length()).replaceFirst("\\?.*", "");
        assertThat(good(pipeline.api().get("/api/watches/" + id)).path("query").asText())
                .isEqualTo("sunderfjord");

        browser.field("Title").sendKeys(" and its port");
        browser.field("Title").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.withText("main", "version 2");
        browser.press("History");

        assertThat(browser.withText(".versions", "Version 1").getText())
                .contains("Version 2", "ada", "Sunderfjord and its port");
    }

    @Test
    void whatIsWrongWithAQueryIsSaidAsItIsWritten() {
        write("planet:Mars");

        browser.withText("main .watch-form", "there is no field planet");
        assertThat(browser.complaints())
                .noneMatch(complaint -> !complaint.contains("422") && !complaint.contains("400"));
    }

    @Test
    void aWatchIsSilencedAndSpeaksAgain() throws Exception {
        good(pipeline.api()
                .put(
                        "/api/watches/console-silenced",
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", "Too loud")
                                .put("query", "foghorn")
                                .toString()));
        browser.go("/watches/console-silenced");
        browser.press("Silence …");
        browser.field("Why").sendKeys("an exercise");
        browser.press("Silence it");

        browser.withText("main", "silent by ada: an exercise");
        browser.press("Let it speak");
        await().atMost(PATIENCE).until(() -> !browser.find("main").getText().contains("an exercise"));
    }

    @Test
    void aFileOfWatchesIsLookedAtAndThenWritten() throws Exception {
        Path file = folder.resolve("watches.yaml");
        Files.writeString(file, """
                - id: console-imported
                  title: Imported
                  query: '"tide tables"'
                """);
        browser.go("/watches");
        browser.press("Import …");
        browser.find("dialog input[type=file]").sendKeys(file.toString());

        browser.withText("dialog table", "is new");
        assertThat(pipeline.api().get("/api/watches/console-imported").isGood()).isFalse();
        browser.press("Write 1 watch");
        browser.withText("dialog table", "written");

        assertThat(good(pipeline.api().get("/api/watches/console-imported"))
                        .path("query")
                        .asText())
                .isEqualTo("\"tide tables\"");
    }

    @Test
    void aBoxOnTheMapBecomesAWatch() {
        browser.go("/map?span=day");
        browser.find(".atlas svg");
        browser.type("b");
        browser.drag(".atlas", 80, 60);

        browser.press("Watch it");

        await().atMost(PATIENCE).until(() -> browser.address().startsWith("/watches/+new?"));
        assertThat(URLDecoder.decode(browser.address(), UTF_8)).contains("BBOX(");
        browser.withText("main", "understood");
    }

    /** Writes a query into the editor of a new watch; what was left there before is forgotten. */
    private void write(String query) {
        browser.go("/watches");
        browser.run("sessionStorage.clear()");
        browser.go("/watches/+new");
        await().atMost(PATIENCE)
                .until(() -> browser.run("return document.activeElement.closest('.query-editor')") != null);
        browser.type(query);
    }

    private static JsonNode good(ApiClient.Answer answer) {
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
        return answer.body();
    }
}
