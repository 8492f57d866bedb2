package io.vedette.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.watch.WatchNodes;
import io.vedette.seeds.Seeds;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes the pictures of the console that the docs show, of what the demo finds; no test, so it is run by name: {@code mvn -pl e2e -am
 * verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ConsoleScreenshots
 * -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleScreenshots {

    private static final Path PICTURES = Path.of("../docs/console");

    private RunningPipeline pipeline;

    @BeforeAll
    void runTheDemo(RunningPipeline running) throws Exception {
        pipeline = running;
        for (JsonNode watch : watches()) {
            pipeline.api().put("/api/watches/" + watch.path("id").asText(), watch.toString());
        }
        for (String article : articles()) {
            pipeline.api().post("/api/articles", article);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> items("/api/alerts?limit=50") >= 14);
    }

    @Test
    void takePictures() throws Exception {
        try (Browser browser = Browser.open(pipeline.url())) {
            browser.go("/alerts");
            browser.remember("user", "ada");
            for (String theme : List.of("dark", "light")) {
                browser.remember("theme", theme);
                for (Map.Entry<String, String> view : views().entrySet()) {
                    browser.resize(1280, 860);
                    browser.go(view.getValue());
                    browser.find("main#view h1");
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> browser.all(".state.loading").isEmpty());
                    // what is drawn on a canvas is drawn a frame or two later
                    browser.settle();
                    browser.screenshot(PICTURES.resolve(view.getKey() + "-" + theme + ".png"));
                }
            }
        }
    }

    private Map<String, String> views() throws Exception {
        JsonNode alert = pipeline.api()
                .get("/api/alerts?watch=first-guards-tank-army")
                .body()
                .at("/items/0");
        Map<String, String> views = new TreeMap<>();
        views.put("alerts", "/alerts/" + alert.path("id").asText());
        views.put("article", "/articles/" + alert.path("articleId").asText());
        views.put("brief", "/brief?since=24h");
        views.put("map", "/map?span=day");
        views.put("search", "/search?query=claim%3ACASUALTIES");
        views.put("sources", "/sources");
        views.put("system", "/system");
        views.put("trends", "/trends");
        views.put("watches", "/watches/supply-routes");
        return views;
    }

    private int items(String path) throws Exception {
        return pipeline.api().get(path).body().path("items").size();
    }

    private static List<JsonNode> watches() throws Exception {
        try (InputStream in = Seeds.open("watches/starter.yaml")) {
            return new ArrayList<>(WatchNodes.read("starter.yaml", in.readAllBytes()));
        }
    }

    private static List<String> articles() throws Exception {
        try (InputStream in = Seeds.open("articles/demo.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
