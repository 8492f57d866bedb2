package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Digest;
import io.vedette.schemas.DigestEntry;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.QuietHours;
import io.vedette.schemas.Throttle;
import io.vedette.schemas.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds an alert back, until when, and how it comes then. */
class HoldTest {

    /** Half past nine in the evening, in Kyiv half past midnight. */
    private static final Instant EVENING = Instant.parse("2022-09-13T21:30:00Z");

    @TempDir
    private Path stateDir;

    private AlertingHarness harness;

    @BeforeEach
    void start() {
        harness = new AlertingHarness(stateDir, AlertingSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void whatQuietHoursHeldComesAsOneDigestAtTheirEnd() {
        harness.watch(quiet().build());
        story("a1", EVENING);
        story("a2", EVENING.plusSeconds(60));

        Instant six = Instant.parse("2022-09-14T03:00:00Z");
        harness.beat(six.minusSeconds(1));
        assertThat(harness.alerts()).isEmpty();
        harness.beat(six);
        harness.beat(six.plusSeconds(1));

        List<Alert> alerts = harness.alerts();
        assertThat(alerts).hasSize(1);
        Alert digest = alerts.get(0);
        assertThat(digest.getKind()).isEqualTo("DIGEST");
        assertThat(digest.getHeadline()).isEqualTo("2 alerts held: quiet hours");
        assertThat(digest.getHeld()).containsExactly("QUIET_HOURS");
        assertThat(digest.getDigest()).extracting(DigestEntry::getArticleId).containsExactly("a1", "a2");
        assertThat(digest.getDigested()).isEqualTo(2);
        assertThat(digest.getWindowStart()).isEqualTo(EVENING);
    }

    @Test
    void aCriticalWatchSpeaksInQuietHours() {
        harness.watch(quiet().setSeverity("CRITICAL").build());

        story("a1", EVENING);

        assertThat(harness.alerts()).extracting(Alert::getKind).containsExactly("FIRST");
    }

    @Test
    void outsideItsQuietHoursAWatchSpeaksAtOnce() {
        harness.watch(quiet().build());

        story("a1", NOON);

        assertThat(harness.alerts()).extracting(Alert::getKind).containsExactly("FIRST");
    }

    @Test
    void aThrottledWatchRaisesSoManyAndTellsTheRestAtTheEndOfItsPeriod() {
        harness.watch(watch("routes", "supply")
                .setThrottle(new Throttle(2, Duration.ofHours(1).toMillis()))
                .build());

        for (int i = 0; i < 5; i++) {
            story("a" + i, NOON.plusSeconds(i));
        }
        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a0", "a1");
        harness.beat(NOON.plus(Duration.ofHours(1)));
        assertThat(harness.alerts())
                .extracting(Alert::getKind, Alert::getDigested)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DIGEST", 3));

        story("a9", NOON.plus(Duration.ofHours(1)).plusSeconds(1));
        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a9");
    }

    @Test
    void aDigestComesAtItsTimeOfDayAndOnlyIfThereIsAnything() {
        harness.watch(watch("routes", "supply")
                .setDigest(Digest.newBuilder()
                        .setAt("07:00")
                        .setZone("Europe/Berlin")
                        .build())
                .build());
        story("a1", NOON);

        Instant seven = Instant.parse("2022-09-14T05:00:00Z");
        harness.beat(seven.minusMillis(1));
        assertThat(harness.alerts()).isEmpty();
        harness.beat(seven);
        harness.beat(seven.plus(Duration.ofDays(1)));

        assertThat(harness.alerts()).extracting(Alert::getKind).containsExactly("DIGEST");
    }

    @Test
    void aDigestThatIsDueInQuietHoursWaitsForTheirEnd() {
        harness.watch(quiet().setDigest(Digest.newBuilder()
                        .setAt("23:00")
                        .setZone("Europe/Kyiv")
                        .build())
                .build());
        story("a1", NOON);

        harness.beat(Instant.parse("2022-09-13T20:00:00Z"));
        assertThat(harness.alerts()).isEmpty();
        harness.beat(Instant.parse("2022-09-14T03:00:00Z"));

        assertThat(harness.alerts()).extracting(Alert::getDigested).containsExactly(1);
    }

    @Test
    void aSilencedWatchSaysNothingUntilTheSilenceEndsAndNothingOfItLater() {
        harness.watch(watch("routes", "supply").setSeverity("CRITICAL").build());
        harness.say(silence("SILENCE", NOON.plus(Duration.ofHours(1))));
        story("a1", NOON.plusSeconds(1));
        harness.beat(NOON.plus(Duration.ofHours(1)));
        story("a2", NOON.plus(Duration.ofHours(1)).plusSeconds(1));

        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a2");
        assertThat(harness.counted(MetricNames.ALERTS_SUPPRESSED, "reason", "silence"))
                .isEqualTo(1);
    }

    @Test
    void aSilenceWithoutEndIsEndedByWhoeverSaysSo() {
        harness.watch(watch("routes", "supply").build());
        harness.say(silence("SILENCE", null));
        story("a1", NOON.plus(Duration.ofDays(30)));
        harness.say(silence("UNSILENCE", null));
        story("a2", NOON.plus(Duration.ofDays(31)));

        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a2");
    }

    @Test
    void aWatchRaisesNothingOutsideItsTime() {
        harness.watch(watch("routes", "supply")
                .setValidFrom(NOON.plusSeconds(10))
                .setValidUntil(NOON.plusSeconds(20))
                .build());

        story("early", NOON.plusSeconds(9));
        story("in-time", NOON.plusSeconds(10));
        story("late", NOON.plusSeconds(20));

        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("in-time");
    }

    @Test
    void aDisabledWatchTellsNoDigest() {
        Watch watch = quiet().build();
        harness.watch(watch);
        story("a1", EVENING);
        harness.watch(Watch.newBuilder(watch).setEnabled(false).build());

        harness.beat(EVENING.plus(Duration.ofDays(1)));

        assertThat(harness.alerts()).isEmpty();
    }

    @Test
    void aStormOfOneWatchEndsInADigestAndLeavesTheOthersAlone() {
        // five times the budget is far above it
        harness.watch(
                watch("storm", "supply").setBudget(20).build(),
                watch("calm", "melitopol").build());

        for (int i = 0; i < 1_000; i++) {
            story("a" + i, NOON.plusMillis(i));
        }
        harness.told("calm", "calm", "All quiet in Melitopol.", NOON.plusSeconds(11));
        List<Alert> alerts = harness.alerts();
        assertThat(alerts).filteredOn(alert -> alert.getKind().equals("FIRST")).hasSize(100 + 1);
        assertThat(alerts)
                .filteredOn(alert -> alert.getKind().equals("NOTICE"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.getHeadline())
                        .startsWith("100 alerts since midnight UTC, far above the 20 a day that are expected"));
        assertThat(alerts.get(alerts.size() - 1).getWatchId()).isEqualTo("calm");

        harness.beat(NOON.plus(Duration.ofHours(1)));
        assertThat(harness.alerts()).singleElement().satisfies(digest -> {
            assertThat(digest.getDigested()).isEqualTo(900);
            assertThat(digest.getDigest()).hasSize(100);
        });
        assertThat(harness.meters()
                        .get(MetricNames.WATCH_ALERTS_WORST)
                        .tag("watch", "storm")
                        .gauge()
                        .value())
                .isEqualTo(1_000);

        story("next-day", NOON.plus(Duration.ofHours(12)));
        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("next-day");
    }

    /** An article with a story of its own. */
    private void story(String id, Instant at) {
        harness.told("story of " + id, id, "The supply ran out.", at);
    }

    private static Watch.Builder quiet() {
        return watch("routes", "supply")
                .setQuietHours(QuietHours.newBuilder()
                        .setZone("Europe/Kyiv")
                        .setFrom("22:00")
                        .setTo("06:00")
                        .build());
    }

    private static Feedback silence(String what, Instant until) {
        return Feedback.newBuilder()
                .setWhat(what)
                .setWatchId("routes")
                .setReason("maintenance")
                .setWho("ada")
                .setAt(NOON)
                .setUntil(until)
                .build();
    }
}
