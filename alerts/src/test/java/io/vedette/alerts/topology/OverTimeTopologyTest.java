package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.overtime.History;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Alert;
import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.QuietHours;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches that count over time in the whole topology, which has one partition here, so that time goes on with it. */
class OverTimeTopologyTest {

    @TempDir
    private Path stateDir;

    private AlertingHarness harness;

    @BeforeEach
    void start() {
        harness = new AlertingHarness(stateDir, AlertingSettings.DEFAULTS, TopicSettings.DEFAULTS.withPartitions(1));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aNewWatchSpeaksOnceItIsFilledAndTheHistoryOfOneWakesNoOther() {
        Watch often = watch("often", "COUNT(tank, 1h) >= 3").build();
        Watch plain = watch("plain", "tank").build();
        harness.watch(often, plain);
        harness.beat(NOON);
        harness.told("s", "new", "A tank.", NOON.plusSeconds(1));
        assertThat(harness.alerts()).extracting(Alert::getWatchId).containsExactly("plain");

        found(often, "a", NOON.minusSeconds(600));
        found(often, "b", NOON.minusSeconds(300));
        harness.beat(NOON.plusSeconds(20));
        assertThat(harness.alerts()).isEmpty();

        filled(often, NOON.minusSeconds(3600), NOON);
        harness.beat(NOON.plusSeconds(40));

        assertThat(harness.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getWatchId()).isEqualTo("often");
            assertThat(alert.getArticles())
                    .extracting(ContributingArticle::getId)
                    .containsExactly("a", "b", "new");
        });
    }

    @Test
    void aSilenceInQuietHoursComesInTheirDigest() {
        Watch quiet = watch("quiet", "SILENCE(tank, 30m)")
                .setQuietHours(
                        QuietHours.newBuilder().setFrom("12:00").setTo("14:00").build())
                .build();
        harness.watch(quiet);
        harness.beat(NOON);
        filled(quiet, NOON.minus(Duration.ofHours(1)), NOON);
        beatUntil(NOON.plus(Duration.ofMinutes(90)));
        assertThat(harness.alerts()).isEmpty();

        harness.beat(NOON.plus(Duration.ofHours(2)).plusSeconds(1));

        assertThat(harness.alerts()).singleElement().satisfies(digest -> {
            assertThat(digest.getKind()).isEqualTo("DIGEST");
            assertThat(digest.getDigest()).singleElement().satisfies(entry -> {
                assertThat(entry.getArticleId()).isEmpty();
                assertThat(entry.getHeadline()).contains("nothing for 30 min since 2022-09-13T11:00:00Z");
            });
        });
    }

    @Test
    void aSilenceIsToldInJsonToo() {
        Watch quiet = watch("quiet", "SILENCE(tank, 30m)").build();
        harness.watch(quiet);
        harness.beat(NOON);
        filled(quiet, NOON.minus(Duration.ofHours(1)), NOON);
        beatUntil(NOON.plus(Duration.ofMinutes(20)));

        Alert alert = harness.alerts().get(0);
        assertThat(alert.getKind()).isEqualTo("SILENCE");
        assertThat(AlertJson.write(alert)).contains("\"silentSince\":\"2022-09-13T11:00:00Z\"", "\"articleId\":\"\"");
    }

    private void beatUntil(Instant end) {
        for (Instant at = NOON; !at.isAfter(end); at = at.plus(Duration.ofMinutes(5))) {
            harness.beat(at);
        }
    }

    private void found(Watch watch, String article, Instant at) {
        EnrichedArticle enriched = AlertingHarness.enriched(article, "A tank.");
        CompiledWatch compiled = CompiledWatch.of(watch, new QueryCompiler(new SomeEntities()));
        for (Match match :
                new ArticleMatcher(new SomeEntities()).matches(enriched, at, Watches.of(List.of(compiled)))) {
            harness.history(History.match(match));
        }
    }

    private void filled(Watch watch, Instant since, Instant saved) {
        harness.history(
                History.filled(CompiledWatch.of(watch, new QueryCompiler(new SomeEntities())), since, saved, 0));
    }
}
