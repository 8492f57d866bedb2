package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.runtime.json.Json;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in Chromium, on a pipeline that runs. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WATCH = "console-lighthouse";
    private static final String WORD = "Quillmere";

    private RunningPipeline pipeline;
    private Browser browser;
    private String articleId;

    @BeforeAll
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        browser = Browser.open(pipeline.url());
        put("/api/watches/" + WATCH, watch());
        articleId = post(article(
                "The lighthouse of Quillmere is dark",
                "Drones struck Kharkiv at dawn, the mayor of"
                        + " Quillmere said. Two people were killed. Ukraine's army denied that its depot was hit."));
        await().atMost(PATIENCE)
                .until(() -> get("/api/alerts?watch=" + WATCH).path("items").size() > 0);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> views() {
        return Stream.of(
                        "/alerts",
                        "/map",
                        "/trends",
                        "/watches",
                        "/brief",
                        "/search?q=Quillmere",
                        "/sources",
                        "/system")
                .flatMap(view -> Stream.of("dark", "light").map(theme -> Arguments.of(view, theme)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsAccessibleAndAsksNobodyElse(String view, String theme) {
        wear(theme);
        browser.go(view);
        browser.find("main#view h1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.all(".state.loading")).isEmpty());

        assertThat(browser.all(".state.failed")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere()).isEmpty();
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void anArticleThatIsPostedIsAnAlertOnTheOpenPage() throws Exception {
        browser.go("/alerts");
        browser.find(".line.live");

        post(article("Quillmere harbour closed", "The harbour of Quillmere was closed on Monday."));

        browser.withText("main", "Quillmere harbour closed");
    }

    @Test
    void theAddressOfAnAlertOpensIt() throws Exception {
        String id = get("/api/alerts?watch=" + WATCH + "&sort=oldest")
                .at("/items/0/id")
                .asText();

        browser.go("/alerts/" + id);

        browser.withText("main", "The lighthouse of Quillmere is dark");
        assertThat(browser.address()).isEqualTo("/alerts/" + id);
    }

    @Test
    void markupInAnArticleIsText() throws Exception {
        String markup = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        String id = post(
                article(
                        "Quillmere " + markup,
                        markup
                                + "\n\nQuillmere \u202Eevil\u202C \u0007 <b>bold</b> {{constructor.constructor('x')()}} &lt;i&gt;"));
        await().atMost(PATIENCE)
                .until(() -> pipeline.api().get("/api/articles/" + id).isGood());

        for (String address : new String[] {"/articles/" + id, "/alerts?watch=" + WATCH, "/search?q=Quillmere"}) {
            browser.go(address);
            browser.withText("main", "<script>document.title='owned'</script>");
            assertThat(browser.title()).as(address).doesNotContain("owned");
            assertThat(browser.all("main img, main script, main b")).as(address).isEmpty();
            assertThat(browser.complaints()).as(address).isEmpty();
        }
    }

    @Test
    void theArticleShowsWhatWasFoundInIt() {
        browser.go("/articles/" + articleId);

        browser.withText("main", "The lighthouse of Quillmere is dark");
        browser.withText("main mark, main [class*=place]", "Kharkiv");
        browser.withText("main table", "AIR_DRONE_STRIKE");
    }

    @Test
    void whatIsAcknowledgedOnOneScreenShowsOnAnotherWithTheName() throws Exception {
        post(article("Quillmere ferry overdue", "The ferry to Quillmere is overdue, the coast guard said."));
        browser.go("/alerts?watch=" + WATCH);
        browser.withText("main", "Quillmere ferry overdue");
        try (Browser other = Browser.open(pipeline.url())) {
            other.go("/alerts");
            other.remember("user", "Zoë");
            other.go("/alerts?watch=" + WATCH);
            other.withText("main", "Quillmere ferry overdue");
            other.find(".line.live");
            browser.find(".line.live");

            other.type("j", "a");

            browser.withText("main", "Zoë");
        }
    }

    private void wear(String theme) {
        browser.go("/console/icon.svg");
        browser.go("/alerts");
        browser.remember("theme", theme);
    }

    private static ObjectNode watch() {
        return Json.MAPPER
                .createObjectNode()
                .put("title", "Quillmere")
                .put("query", WORD)
                .put("severity", "CRITICAL");
    }

    private static ObjectNode article(String title, String text) {
        return Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("text", text)
                .put("source", "Example Dispatch")
                .put("url", "https://news.example/console/" + Integer.toHexString(title.hashCode()));
    }

    private void put(String path, ObjectNode body) throws Exception {
        ApiClient.Answer answer = pipeline.api().put(path, body.toString());
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
    }

    private String post(ObjectNode article) throws Exception {
        ApiClient.Answer answer = pipeline.api().post("/api/articles", article.toString());
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
        return answer.body().at("/ids/0").asText();
    }

    private JsonNode get(String path) throws Exception {
        return pipeline.api().get(path).body();
    }
}
