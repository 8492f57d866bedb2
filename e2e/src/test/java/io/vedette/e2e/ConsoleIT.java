package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.runtime.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.openqa.selenium.WebElement;

/** The console in Chromium, on a pipeline that runs. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ARTICLE = "{article}";
    private static final String WATCH = "console-lighthouse";

    private RunningPipeline pipeline;
    private WatchedOutlet outlet;
    private Browser browser;
    private String articleId;

    @BeforeAll
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        browser = Browser.open(pipeline.url());
        outlet = WatchedOutlet.of(pipeline, "Quillmere Gazette", WATCH, "Quillmere's paper");
        ObjectNode source = Json.MAPPER
                .createObjectNode()
                .put("name", "Quillmere's feed")
                .put("url", "https://news.example/console.xml")
                .put("enabled", false);
        assertThat(pipeline.api().put("/api/sources/console", source.toString()).isGood())
                .isTrue();
        articleId = outlet.publish(
                "Night of drones over Kharkiv",
                "Drones struck Kharkiv at dawn, the mayor said. Two people were killed."
                        + " Ukraine's army denied that its depot was hit.");
        outlet.alertOf(articleId);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Each view, with something that it shows of what was posted. */
    private static final Map<String, Shown> VIEWS = Map.of(
            "/alerts",
            new Shown("main article", "Night of drones over Kharkiv"),
            "/articles/" + ARTICLE,
            new Shown("main table", "air drone strike"),
            "/map",
            new Shown("main table", "Kharkiv"),
            "/trends",
            new Shown("main table", "Articles"),
            "/watches",
            new Shown("main", "Quillmere's paper"),
            "/watches/" + WATCH,
            new Shown("main", "Night of drones over Kharkiv"),
            "/brief",
            new Shown("main textarea", "Drones struck Kharkiv at dawn"),
            "/search?query=claim%3ACASUALTIES",
            new Shown("main", "Two people were killed"),
            "/sources",
            new Shown("main", "Quillmere's feed"),
            "/system",
            new Shown("main", "vedette-alerts"));

    private record Shown(String selector, String words) {}

    static Stream<Arguments> viewsInBothThemes() {
        return VIEWS.keySet().stream().sorted().flatMap(view -> Stream.of("dark", "light")
                .map(theme -> Arguments.of(view, theme)));
    }

    @ParameterizedTest
    @MethodSource("viewsInBothThemes")
    void everyViewShowsWhatThereIsIsAccessibleAndAsksNobodyElse(String view, String theme) {
        browser.go("/alerts");
        browser.remember("theme", theme);
        open(view);

        assertThat(browser.all(".state.failed")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere()).isEmpty();
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    static Stream<Arguments> viewsOnSmallAndLargeScreens() {
        return VIEWS.keySet().stream()
                .sorted()
                .flatMap(view -> Stream.of(Arguments.of(view, 360, 740), Arguments.of(view, 3840, 2160)));
    }

    @ParameterizedTest
    @MethodSource("viewsOnSmallAndLargeScreens")
    void everyViewFitsTheScreen(String view, int width, int height) {
        browser.screen(width, height);
        try {
            open(view);

            assertThat(browser.run("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) width);
            assertThat(browser.accessibilityFindings()).isEmpty();
        } finally {
            browser.screenOfItsOwn();
        }
    }

    private void open(String view) {
        browser.go(view.replace(ARTICLE, articleId));
        browser.find("main#view h1");
        browser.withText(VIEWS.get(view).selector(), VIEWS.get(view).words());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.all(".state.loading")).isEmpty());
    }

    @Test
    void anArticleThatIsPostedIsAnAlertOnTheOpenPage() throws Exception {
        browser.go("/alerts");
        browser.find(".line.live");

        outlet.publish("Harbour closed for repairs", "Storms have broken the pier, the harbour master said on Monday.");

        browser.withText("main", "Harbour closed for repairs");
    }

    @Test
    void theAddressOfAnAlertOpensIt() throws Exception {
        String id = outlet.alertOf(articleId);

        browser.go("/alerts/" + id);

        browser.withText("main aside", "Night of drones over Kharkiv");
        assertThat(browser.address()).isEqualTo("/alerts/" + id);
    }

    @Test
    void markupInAnArticleIsText() throws Exception {
        String markup = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        String id = outlet.publish(
                "Wheat prices " + markup,
                markup + "\n\nTraders \u202Eevil\u202C \u0007 <b>bold</b>"
                        + " {{constructor.constructor('x')()}} &lt;i&gt; paid more for grain.");
        String alert = outlet.alertOf(id);

        Map<String, String> shownAt = Map.of(
                "/articles/" + id,
                "main",
                "/alerts/" + alert,
                "main aside",
                "/search?query=wheat",
                "main",
                "/brief?alert=" + alert,
                "main textarea");
        for (Map.Entry<String, String> shown : shownAt.entrySet()) {
            String address = shown.getKey();
            browser.go(address);
            browser.withText(shown.getValue(), "<script>document.title='owned'</script>");
            assertThat(browser.title()).as(address).doesNotContain("owned");
            assertThat(browser.all("main img, main script, main b")).as(address).isEmpty();
            assertThat(browser.complaints()).as(address).isEmpty();
        }
    }

    @Test
    void theArticleShowsWhatWasFoundInIt() {
        browser.go("/articles/" + articleId);

        browser.withText("main .tag.place", "Kharkiv");
        WebElement claims = browser.withText("main table", "air drone strike");
        assertThat(claims.getText())
                .contains("the mayor", "Kharkiv", "casualties", "denial", "Armed Forces of Ukraine");
    }

    @Test
    void whatIsAcknowledgedOnOneScreenShowsOnAnotherWithTheName() throws Exception {
        String alert = outlet.alert("Ferry overdue in fog", "The night boat has not arrived, the coast guard said.");
        browser.go("/alerts/" + alert);
        browser.find(".line.live");
        try (Browser other = Browser.open(pipeline.url())) {
            other.go("/alerts");
            other.remember("user", "Zoë");
            other.go("/alerts/" + alert);
            other.withText("main aside", "Ferry overdue in fog");

            other.type("a");

            browser.withText("main aside", "Zoë");
        }
    }

    @Test
    void tenPagesOfOneBrowserAreAllLive() throws Exception {
        browser.go("/alerts");
        List<String> pages = new ArrayList<>();
        try {
            while (pages.size() < 10) {
                pages.add(browser.openPage("/alerts?watch=" + WATCH));
                browser.find(".line.live");
            }

            outlet.publish("Tram line extended", "The city opens nine new stops in spring, planners announced.");

            for (String page : pages) {
                browser.turnTo(page);
                browser.withText("main", "Tram line extended");
            }
        } finally {
            pages.forEach(browser::closePage);
        }
    }
}
