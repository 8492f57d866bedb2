package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.claim;
import static io.vedette.alerts.topology.AlertingHarness.story;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Claim;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Quantity;
import io.vedette.schemas.Story;
import io.vedette.schemas.WatchUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once per watch and story, and what makes a watch speak again. */
class StoryTest {

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
    void aStoryIsToldOnceAndItsOtherArticlesOnlyCount() {
        harness.watch(watch("routes", "supply").build());

        harness.told(story("s", "a1", 1), "The supply ran out.", NOON);
        harness.told(story("s", "a2", 2), "No supply at all.", NOON.plusSeconds(60));
        harness.told(story("s", "a3", 3), "Supply cut.", NOON.plusSeconds(120));

        List<Alert> alerts = harness.alerts();
        assertThat(alerts).extracting(Alert::getArticleId).containsExactly("a1");
        assertThat(alerts.get(0).getKind()).isEqualTo("FIRST");
        assertThat(alerts.get(0).getStoryId()).isEqualTo("s");
        AlertState state = harness.state(alerts.get(0).getId());
        assertThat(state.getMatches()).isEqualTo(3);
        assertThat(state.getIndependentTexts()).isEqualTo(3);
        assertThat(state.getLastArticleAt()).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void aMatchWaitsForItsStoryAndGoesOnWithoutItWhenTimeIsUp() {
        harness.watch(watch("routes", "supply").build());

        harness.article("a1", "The supply ran out.", NOON);
        harness.beat(NOON.plusMillis(1_900));
        assertThat(harness.alerts()).isEmpty();
        harness.story(story("s", "a1", 1), NOON);
        harness.article("a2", "Supply cut.", NOON.plusSeconds(2));
        harness.beat(NOON.plusSeconds(10));

        assertThat(harness.alerts()).extracting(Alert::getStoryId).containsExactly("s", "a2");
        assertThat(harness.counted(MetricNames.MATCHES_WITHOUT_STORY)).isEqualTo(1);
    }

    @Test
    void storiesThatTurnOutToBeOneAreToldOnce() {
        harness.watch(watch("routes", "supply").build());
        harness.told("s1", "a1", "The supply ran out.", NOON);

        Story linked = story("s2", "a2", 2);
        linked.setLinkedStories(List.of("s1"));
        harness.told(linked, "Supply cut.", NOON.plusSeconds(60));

        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a1");
    }

    @Test
    void aStoryThatIsForgottenIsToldAgain() {
        harness.watch(watch("routes", "supply").build());
        harness.told("s", "a1", "The supply ran out.", NOON);

        harness.told("s", "a2", "Supply cut.", NOON.plus(Duration.ofDays(91)));

        assertThat(harness.alerts()).extracting(Alert::getArticleId).containsExactly("a1", "a2");
    }

    @Test
    void aClaimOfAnotherTypeOrPlaceOrModalityIsAnUpdateOnce() {
        harness.watch(watch("war", "claim:SHELLING_MISSILE OR claim:WITHDRAWAL").build());

        harness.told("s", "a1", "They shelled it.", NOON, claim("SHELLING_MISSILE", "ASSERTED"));
        harness.told("s", "a2", "They left it.", NOON.plusSeconds(1), claim("WITHDRAWAL", "ASSERTED"));
        harness.told("s", "a3", "They never left it.", NOON.plusSeconds(2), claim("WITHDRAWAL", "DENIED"));
        harness.told("s", "a4", "They left Melitopol.", NOON.plusSeconds(3), claim("WITHDRAWAL", "ASSERTED"));
        harness.told("s", "a5", "They left Melitopol!", NOON.plusSeconds(4), claim("WITHDRAWAL", "ASSERTED"));

        List<Alert> alerts = harness.alerts();
        assertThat(alerts).extracting(Alert::getKind).containsExactly("FIRST", "UPDATE", "UPDATE", "UPDATE");
        assertThat(alerts)
                .extracting(Alert::getReasons)
                .containsExactly(
                        List.of(),
                        List.of("claim: WITHDRAWAL"),
                        List.of("modality: WITHDRAWAL DENIED"),
                        List.of("place: Melitopol"));
        assertThat(alerts.subList(1, 4)).allSatisfy(update -> assertThat(update.getUpdateOf())
                .isEqualTo(alerts.get(0).getId()));
        assertThat(alerts).extracting(Alert::getId).doesNotHaveDuplicates();
        assertThat(alerts.get(2).getHeadline()).isEqualTo("denied: About a3");
        assertThat(harness.state(alerts.get(0).getId()).getUpdates()).isEqualTo(3);
    }

    @Test
    void aTollThatPassesAThresholdIsAnUpdate() {
        harness.watch(watch("toll", "claim:CASUALTIES").build());

        harness.told("s", "a1", "Three dead.", NOON, toll(3));
        harness.told("s", "a2", "Seven dead.", NOON.plusSeconds(1), toll(7));
        harness.told("s", "a3", "Sixty dead.", NOON.plusSeconds(2), toll(60));
        harness.told("s", "a4", "Fifty dead.", NOON.plusSeconds(3), toll(50));

        assertThat(harness.alerts())
                .extracting(Alert::getReasons)
                .containsExactly(List.of(), List.of("casualties: 50 or more"));
    }

    @Test
    void independentTextsAreAnUpdateAtTheThresholdsOfTheWatchAndNothingElseIsIfItSaysSo() {
        harness.watch(watch("war", "claim:SHELLING_MISSILE")
                .setUpdates(new WatchUpdates(false, List.of(3, 10)))
                .build());

        for (int texts = 1; texts <= 12; texts++) {
            String text = texts < 5 ? "They shelled it." : "They shelled Melitopol.";
            harness.told(
                    story("s", "a" + texts, texts),
                    text,
                    NOON.plusSeconds(texts),
                    claim("SHELLING_MISSILE", "ASSERTED"));
        }

        assertThat(harness.alerts())
                .extracting(Alert::getReasons)
                .containsExactly(List.of(), List.of("independent texts: 3"), List.of("independent texts: 10"));
    }

    @Test
    void whatPeopleSayStandsWithTheAlert() {
        harness.watch(watch("routes", "supply").build());
        harness.told("s", "a1", "The supply ran out.", NOON);
        Alert alert = harness.alerts().get(0);

        harness.say(Feedback.newBuilder()
                .setWhat("REJECT")
                .setAlertId(alert.getId())
                .setWatchId("routes")
                .setStoryId("s")
                .setReason("OLD_NEWS")
                .setWho("ada")
                .setAt(NOON.plusSeconds(5))
                .build());

        AlertState state = harness.state(alert.getId());
        assertThat(state.getStatus()).isEqualTo("REJECTED");
        assertThat(state.getReason()).isEqualTo("OLD_NEWS");
        assertThat(state.getWho()).isEqualTo("ada");
        assertThat(state.getMatches()).isEqualTo(1);
    }

    @Test
    void whatSomebodySaidCanBeTakenBack() {
        harness.watch(watch("routes", "supply").build());
        harness.told("s", "a1", "The supply ran out.", NOON);
        Alert alert = harness.alerts().get(0);

        harness.say(said(alert, "ACKNOWLEDGE", "ada"));
        harness.say(said(alert, "REOPEN", "ada"));

        AlertState state = harness.state(alert.getId());
        assertThat(state.getStatus()).isEqualTo("OPEN");
        assertThat(state.getMatches()).isEqualTo(1);
        harness.say(said(alert, "REOPEN", "bob"));
        assertThat(harness.state(alert.getId()))
                .as("there was nothing to take back")
                .isNull();
    }

    private static Feedback said(Alert alert, String what, String who) {
        return Feedback.newBuilder()
                .setWhat(what)
                .setAlertId(alert.getId())
                .setWatchId("routes")
                .setStoryId("s")
                .setWho(who)
                .setAt(NOON.plusSeconds(5))
                .build();
    }

    private static Claim toll(int dead) {
        Claim claim = claim("CASUALTIES", "ASSERTED");
        claim.setQuantities(List.of(Quantity.newBuilder()
                .setKind("KILLED")
                .setLow(dead)
                .setHigh(dead)
                .setStart(0)
                .setEnd(1)
                .build()));
        return claim;
    }
}
