package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.enriched;
import static io.vedette.alerts.topology.AlertingHarness.story;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import io.vedette.schemas.EnrichedArticle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {

    @TempDir
    private Path stateDir;

    private AlertingHarness pipeline;

    @BeforeEach
    void start() {
        pipeline = new AlertingHarness(stateDir, TestSettings.WITHOUT_HISTORY);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aCorrectedArticleThatMatchesOnlyNowRaisesItsAlert() {
        pipeline.watch(watch("bridge", "bridge").build());
        pipeline.told("s1", "a1", "A tunnel fell.", NOON);
        revision(2, "A bridge fell.", NOON.plusSeconds(60));

        assertThat(pipeline.alerts()).extracting(Alert::getArticleId).containsExactly("a1");
    }

    @Test
    void aCorrectedArticleThatMatchedBeforeRaisesNone() {
        pipeline.watch(watch("bridge", "bridge").build());
        pipeline.told("s1", "a1", "A bridge fell.", NOON);
        revision(2, "A bridge fell at Oberdorf.", NOON.plusSeconds(60));
        revision(3, "A bridge fell at Unterdorf.", NOON.plusSeconds(120));

        assertThat(pipeline.alerts()).hasSize(1);
    }

    @Test
    void aCountTakesAnArticleOnceHoweverOftenItIsCorrected() {
        pipeline.watch(watch("bridges", "COUNT(bridge, 1h) >= 2").build());
        pipeline.told("s1", "a1", "A bridge fell.", NOON);
        revision(2, "A bridge fell at Oberdorf.", NOON.plusSeconds(60));
        revision(3, "A bridge fell at Unterdorf.", NOON.plusSeconds(120));
        beats(NOON.plusSeconds(180));
        assertThat(pipeline.alerts()).isEmpty();

        pipeline.told("s2", "a2", "Another bridge fell.", NOON.plusSeconds(240));
        beats(NOON.plusSeconds(3_600));

        assertThat(pipeline.alerts()).hasSize(1);
    }

    @Test
    void anArticleThatMatchesOnlyOnceItIsCorrectedCounts() {
        pipeline.watch(watch("bridges", "COUNT(bridge, 1h) >= 2").build());
        pipeline.told("s2", "a2", "A bridge fell.", NOON);
        pipeline.told("s1", "a1", "A tunnel fell.", NOON);
        revision(2, "A bridge fell at Oberdorf.", NOON.plusSeconds(60));
        beats(NOON.plusSeconds(120));

        assertThat(pipeline.alerts()).hasSize(1);
    }

    @Test
    void anArticleThatIsGoneRaisesNone() {
        pipeline.watch(watch("bridge", "bridge").build());
        EnrichedArticle gone = enriched("a1", "A bridge fell.");
        gone.getArticle().setMarks(List.of("REMOVED"));
        pipeline.story(story("s1", "a1", 1), NOON);

        pipeline.article(gone, NOON);
        beats(NOON.plusSeconds(60));

        assertThat(pipeline.alerts()).isEmpty();
    }

    private void revision(int number, String text, Instant at) {
        EnrichedArticle article = enriched("a1", text);
        article.getArticle().setRevision(number);
        article.getArticle().setMarks(List.of("EDITED"));
        article.setChanged(List.of("TEXT"));
        pipeline.story(story("s1", "a1", 1), at);
        pipeline.article(article, at);
    }

    private void beats(Instant at) {
        pipeline.beat(at);
        pipeline.beat(at.plusSeconds(1));
    }
}
