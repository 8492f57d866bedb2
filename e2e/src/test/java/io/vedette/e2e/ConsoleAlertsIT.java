package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What an analyst does with alerts, by keys, as they come. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleAlertsIT {

    private static final String WATCH = "console-keys";
    private static final String ALERTS = "/alerts?watch=" + WATCH;

    private RunningPipeline pipeline;
    private WatchedOutlet outlet;
    private Browser browser;

    @BeforeAll
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        outlet = WatchedOutlet.of(pipeline, "Wexcombe Post", WATCH, "All of the Post");
        browser = Browser.open(pipeline.url());
        browser.go("/alerts");
        browser.remember("user", "ada");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void keysGoThroughAlertsAndOpenThem() throws Exception {
        String older = outlet.alert("Lighthouse keeper retires", "Forty winters were enough, she told the parish.");
        String newer = outlet.alert("Orchards under water", "A sluice gave way before breakfast, growers complain.");
        browser.go(ALERTS);
        browser.withText("main article", "Orchards under water");

        browser.type("j");
        browser.withText("[aria-current=true]", "Orchards under water");
        browser.type("j");
        browser.withText("[aria-current=true]", "Lighthouse keeper retires");
        browser.type(Keys.ENTER);
        browser.withText("main aside", "Lighthouse keeper retires");
        assertThat(browser.address()).isEqualTo("/alerts/" + older + "?watch=" + WATCH);
        browser.type("k");
        browser.withText("main aside", "Orchards under water");
        assertThat(browser.address()).isEqualTo("/alerts/" + newer + "?watch=" + WATCH);
        browser.type(Keys.ESCAPE);
        awaiting().until(() -> browser.address().equals(ALERTS));
    }

    @Test
    void anAcknowledgementIsUndone() throws Exception {
        String alert = outlet.alert("Bridge toll rises", "Carters will pay a penny more from June.");
        browser.go("/alerts/" + alert);
        browser.withText("main aside", "Bridge toll rises");

        browser.type("a");
        browser.withText("main aside", "acknowledged by ada");
        awaiting().until(() -> outlet.status(alert), "ACKNOWLEDGED"::equals);
        browser.type("u");

        awaiting().until(() -> outlet.status(alert), "OPEN"::equals);
        awaiting().until(() -> !browser.find("main aside").getText().contains("acknowledged by"));
    }

    @Test
    void aRejectionTakesTheReasonByOneMoreKey() throws Exception {
        String alert = outlet.alert("Old well found again", "Masons uncovered a shaft that maps had forgotten.");
        browser.go("/alerts/" + alert);
        browser.withText("main aside", "Old well found again");

        browser.type("r");
        browser.withText("dialog", "It was known before");
        browser.type("n");

        browser.withText("main aside", "rejected by ada, old news");
        awaiting().until(() -> outlet.status(alert), "REJECTED"::equals);
    }

    @Test
    void aWatchIsSilencedWhereItSpokeAndSpeaksAgain() throws Exception {
        String alert = outlet.alert("Choir wins a cup", "Basses carried the evening, judges wrote.");
        browser.go("/alerts/" + alert);
        browser.withText("main aside", "Choir wins a cup");

        browser.type("s");
        browser.field("Why").sendKeys("a festival");
        browser.press("Silence it");
        awaiting().until(this::silences, said -> said.contains("a festival"));
        browser.type("u");

        awaiting().until(this::silences, said -> !said.contains("a festival"));
    }

    @Test
    void whyAndWhyNotAreToldInPlace() throws Exception {
        String alert = outlet.alert("Ice on the mere", "Skaters should wait, a warden advised in Kharkiv.");
        browser.go(ALERTS);
        browser.withText("main article", "Ice on the mere");

        browser.type("j");
        browser.type("w");
        awaiting().until(() -> "why".equals(browser.run("return document.activeElement.id")));
        assertThat(browser.address()).startsWith("/alerts/" + alert);
        assertThat(browser.find("main aside").getText()).contains("source:\"Wexcombe Post\"");

        browser.find("main aside .why-not input").sendKeys("place:Kharkiv AND camel");
        browser.press("Ask");
        assertThat(browser.withText("main aside .why-not", "It does not match").getText())
                .contains("Fails at camel");
    }

    @Test
    void whatComesWhileARowHasTheFocusWaits() throws Exception {
        outlet.alert("Baker moves to the square", "Loaves will be had from six, he promises.");
        browser.go(ALERTS);
        browser.find(".line.live");
        browser.withText("main article", "Baker moves to the square");
        browser.type("j");
        browser.find("[aria-current=true]");

        outlet.alert("Kiln fire put out", "Nobody was near, potters say, thanks to a late lunch.");
        browser.withText(".news-new", "1 new");
        assertThat(browser.find("main").getText()).doesNotContain("Kiln fire put out");
        browser.type("n");

        browser.withText("main article", "Kiln fire put out");
        assertThat(browser.all(".news-new")).isEmpty();
    }

    @Test
    void aFloodIsCountedAndShownWhenItIsOver() throws Exception {
        browser.go(ALERTS);
        browser.find(".line.live");

        outlet.publishUnlike(60);

        assertThat(browser.withText(".news-new", "a second").getText()).contains("new", "critical");
        browser.withText("main article", "Nonsense");
        awaiting().until(() -> browser.all(".news-new").isEmpty());
    }

    @Test
    void aReopenedPageGoesOnAtWhatWasReadLast() throws Exception {
        outlet.alert("Sexton finds a coin", "It is Roman, or nearly so, a curator thinks.");
        browser.go(ALERTS);
        browser.withText("main article", "Sexton finds a coin");
        browser.type("j");
        browser.withText("[aria-current=true]", "Sexton finds a coin");
        browser.go("/system");
        outlet.alert("Ferrets at large", "Three got out of a hutch on Mill Lane.");

        browser.go(ALERTS);

        browser.withText(".news-since", "1 since");
        browser.withText(".news-since", "1 critical");
        browser.find(".read-line");
        browser.press("All read");
        awaiting().until(() -> browser.all(".news-since").isEmpty());
    }

    @Test
    void whoWantsToHearAlertsHearsThemAndTheTitleCountsThoseThatNobodySaw() throws Exception {
        browser.go("/alerts");
        browser.remember("sound", "CRITICAL");
        browser.go(ALERTS);
        browser.find(".line.live");
        browser.run("window.tones = 0; const make = AudioContext.prototype.createOscillator;"
                + "AudioContext.prototype.createOscillator = function () { window.tones++; return make.call(this); };");
        try {
            browser.hideWindow();
            outlet.publish("Swans back on the weir", "They are early, says whoever feeds them.");

            awaiting().until(() -> browser.title().startsWith("(1)"));
            assertThat(browser.run("return window.tones")).isEqualTo(2L);
        } finally {
            browser.showWindow();
            browser.remember("sound", "off");
        }
        awaiting().until(() -> !browser.title().startsWith("("));
    }

    @Test
    void keysLeadEverywhereAndTheHelpNamesThem() {
        browser.go(ALERTS);
        browser.find("main#view h1");

        browser.type("?");
        assertThat(browser.withText("dialog", "Everywhere").getText())
                .contains("Acknowledge it", "Undo, within 10 seconds", "Go to Trends");
        browser.type(Keys.ESCAPE);
        awaiting().until(() -> browser.all("dialog").isEmpty());
        browser.type("g", "t");

        awaiting().until(() -> browser.address().startsWith("/trends"));
    }

    @Test
    void timesAreUtcOrOfTheMachineAndSayWhich() throws Exception {
        browser.zone("Asia/Kathmandu");
        try {
            outlet.alert("Dial repaired", "It shows noon at noon once more.");
            browser.go(ALERTS);
            assertThat(browser.withText("main article", "Dial repaired").getText())
                    .contains(" UTC");

            browser.type(",");
            browser.field("Times").sendKeys("of this machine");
            browser.press("Save");

            browser.withText("main article", "+05:45");
            assertThat(browser.withText("main article", "Dial repaired").getText())
                    .doesNotContain("UTC");
        } finally {
            browser.remember("zone", "utc");
            browser.zone("");
        }
    }

    /** Asked of both pages on the clock that they share, from the key to what is drawn. */
    @Test
    void whatIsAcknowledgedShowsOnAnotherScreenWithinASecond() throws Exception {
        String alert = outlet.alert("Weathercock turns", "Gales did what masons had tried for weeks.");
        browser.go("/alerts/" + alert);
        browser.withText("main aside", "Weathercock turns");
        browser.find(".line.live");
        browser.run("addEventListener('keydown', () => { window.pressed = Date.now(); }, true)");
        List<Long> millis = new ArrayList<>();
        try (Browser other = Browser.open(pipeline.url())) {
            other.go("/alerts/" + alert);
            other.withText("main aside", "Weathercock turns");
            other.find(".line.live");
            other.run(
                    "new MutationObserver(() => { const there = document.querySelector('main aside')"
                            + ".innerText.includes('acknowledged by ada'); if (there && !window.shown) window.shown = Date.now();"
                            + " }).observe(document.querySelector('main'), {subtree: true, childList: true, characterData: true})");
            while (millis.size() < 5) {
                browser.type("a");
                other.withText("main aside", "acknowledged by ada");
                millis.add((Long) other.run("return window.shown") - (Long) browser.run("return window.pressed"));
                browser.type("u");
                awaiting().until(() -> !other.find("main aside").getText().contains("acknowledged by"));
                other.run("window.shown = undefined");
            }
        }
        Collections.sort(millis);
        assertThat(millis.get(2)).as("median of %s", millis).isLessThan(1_000);
    }

    private String silences() throws Exception {
        return pipeline.api().get("/api/silences").body().toString();
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
