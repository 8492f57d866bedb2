package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** What an analyst takes along from the console: the brief of a shift, and what a search found. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleBriefIT {

    private static final String WATCH = "console-brief";
    private static final String LINE = "main .lines textarea";

    private RunningPipeline pipeline;
    private Browser browser;
    private String alert;

    @BeforeAll
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        WatchedOutlet outlet = WatchedOutlet.of(pipeline, "Ostrava Ledger", WATCH, "All of the Ledger");
        alert = outlet.alert(
                "Depot burns near Kupiansk",
                "Ukrainian drones struck a fuel depot near Kupiansk, the regional governor said. Four people were injured.");
        browser = Browser.open(pipeline.url());
    }

    @BeforeEach
    void forget() {
        browser.go("/alerts");
        browser.run("localStorage.clear()");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatWasPickedIsEditedInPlaceAndTakenAlongAsMarkdown() {
        pickAndBrief();

        WebElement line = browser.withText(LINE, "Four people were injured");
        line.clear();
        line.sendKeys("Four *workers* are in hospital.");
        browser.withText("main", "Edited");
        browser.go(browser.address());
        browser.withText(LINE, "Four *workers* are in hospital.");
        browser.press("Download");

        assertThat(browser.downloaded(".md"))
                .startsWith("# ")
                .contains("Kupiansk", "Four \\*workers\\* are in hospital.", "](<" + pipeline.url() + "/")
                .doesNotContain("Four people were injured");
    }

    @Test
    void onPaperThereIsTheTextAndNothingToPress() {
        pickAndBrief();

        browser.media("print");
        try {
            assertThat(browser.find(".sheet").getText()).contains("Kupiansk", "Four people were injured");
            assertThat(browser.all("nav, button, textarea, input")).noneMatch(WebElement::isDisplayed);
        } finally {
            browser.media("screen");
        }
    }

    @Test
    void theNextBriefBeginsWhereTheLastEnded() {
        browser.go("/brief?since=12h&watch=" + WATCH);
        browser.withText(LINE, "Four people were injured");

        browser.press("Handed over");
        browser.go("/brief");
        awaiting().until(() -> browser.address().contains("from="));
        browser.go(browser.address() + "&watch=" + WATCH);

        browser.withText("main", "No alerts in this time");
    }

    @Test
    void whatASearchFoundIsExported() {
        browser.go("/search?query=" + "source%3A%22Ostrava%20Ledger%22");
        browser.withText("main", "Depot burns near Kupiansk");

        browser.press("csv");
        assertThat(browser.downloaded(".csv").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("Depot burns near Kupiansk");

        browser.press("geojson");
        assertThat(browser.downloaded(".geojson")).contains("FeatureCollection", "Depot burns near Kupiansk");
    }

    private void pickAndBrief() {
        browser.go("/alerts/" + alert);
        browser.withText("main aside", "Depot burns near Kupiansk");
        browser.type("b");
        browser.withText(".toast", "In the brief, with 1 alert in all");
        browser.type("g", "b");
        browser.withText(LINE, "Four people were injured");
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
