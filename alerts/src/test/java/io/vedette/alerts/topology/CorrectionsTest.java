package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.story;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Correction;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What articles that were tagged again come to: alerts that come late, and alerts that are withdrawn. */
class CorrectionsTest {

    private static final String REASON = "tagged again: gazetteer 1 -> 2";
    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    @TempDir
    private Path stateDir;

    private AlertingHarness pipeline;

    @BeforeEach
    void start() {
        pipeline = new AlertingHarness(stateDir, AlertingSettings.DEFAULTS);
        pipeline.watch(watch("place", "place:Melitopol").build());
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void anAlertThatShouldHaveBeenComesAtOnceWithItsStoryAndSaysThatItIsLate() {
        pipeline.beat(LATER);
        corrected("a1", "Fire at Melitopol.", story("s", "a1", 1), List.of("place"), List.of());

        Alert alert = only();
        assertThat(alert.getKind()).isEqualTo("FIRST");
        assertThat(alert.getStoryId()).isEqualTo("s");
        assertThat(alert.getCorrection()).isEqualTo(REASON);
        assertThat(alert.getHeadline()).isEqualTo("late: About a1");
        assertThat(alert.getClauses()).isNotEmpty();
        assertThat(pipeline.state(alert.getId()).getRaisedAt()).isEqualTo(LATER);
    }

    @Test
    void aStoryThatWasToldIsNotToldAgain() {
        pipeline.told("s", "a1", "Fire at Melitopol.", NOON);
        String alert = only().getId();

        corrected("a2", "Melitopol burns.", story("s", "a2", 2), List.of("place"), List.of());
        corrected("a2", "Melitopol burns.", story("s", "a2", 2), List.of("place"), List.of());

        assertThat(pipeline.alerts()).isEmpty();
        assertThat(pipeline.state(alert).getMatches()).isEqualTo(2);
    }

    @Test
    void onlyWatchesForWhichSomethingHasChangedHearOfIt() {
        pipeline.watch(
                watch("place", "place:Melitopol").build(),
                watch("new", "fire").build(),
                watch("count", "COUNT(place:Melitopol, 1h) >= 1").build());

        corrected("a1", "Fire at Melitopol.", story("s", "a1", 1), List.of("place", "count"), List.of());
        pipeline.beat(LATER.plus(Duration.ofDays(1)));

        assertThat(only().getWatchId()).isEqualTo("place");
    }

    @Test
    void anAlertThatRestsOnNothingMoreIsWithdrawnOnce() {
        pipeline.told("s", "a1", "Fire at Melitopol.", NOON);
        Alert first = only();

        withdrawn("a1");
        withdrawn("a1");

        Alert alert = only();
        assertThat(alert.getKind()).isEqualTo("WITHDRAWN");
        assertThat(alert.getUpdateOf()).isEqualTo(first.getId());
        assertThat(alert.getId()).isNotEqualTo(first.getId());
        assertThat(alert.getReasons()).containsExactly(REASON);
        assertThat(alert.getHeadline()).isEqualTo("withdrawn: About a1");
        AlertState state = pipeline.state(first.getId());
        assertThat(state.getStatus()).isEqualTo("WITHDRAWN");
        assertThat(state.getReason()).isEqualTo("TAGGED_AGAIN");
        assertThat(state.getNote()).isEqualTo(REASON);
    }

    @Test
    void anAlertStandsAsLongAsOneArticleHoldsItUp() {
        pipeline.told("s", "a1", "Fire at Melitopol.", NOON);
        Alert first = only();
        pipeline.told("s", "a2", "Melitopol burns.", NOON.plusSeconds(60));

        withdrawn("a1");
        assertThat(pipeline.alerts()).isEmpty();
        AlertState state = pipeline.state(first.getId());
        assertThat(state.getStatus()).isEqualTo("OPEN");
        assertThat(state.getMatches()).isEqualTo(1);

        withdrawn("a2");
        assertThat(only().getKind()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatWasWithdrawnStandsAgainWithTheNextArticleThatMatches() {
        pipeline.told("s", "a1", "Fire at Melitopol.", NOON);
        Alert first = only();
        withdrawn("a1");
        Alert withdrawn = only();

        corrected("a1", "Fire at Melitopol.", story("s", "a1", 1), List.of("place"), List.of());

        Alert again = only();
        assertThat(again.getKind()).isEqualTo("UPDATE");
        assertThat(again.getUpdateOf()).isEqualTo(first.getId());
        assertThat(again.getId()).isNotIn(first.getId(), withdrawn.getId());
        assertThat(pipeline.state(first.getId()).getStatus()).isEqualTo("OPEN");
        withdrawn("a1");
        assertThat(only().getId()).isNotEqualTo(withdrawn.getId());
    }

    @Test
    void whatSomebodyRejectedNeedsNoWithdrawal() {
        pipeline.told("s", "a1", "Fire at Melitopol.", NOON);
        Alert first = only();
        pipeline.say(Feedback.newBuilder()
                .setWatchId("place")
                .setAlertId(first.getId())
                .setStoryId("s")
                .setWhat("REJECT")
                .setReason("WRONG_PLACE")
                .setAt(NOON.plusSeconds(60))
                .build());

        withdrawn("a1");

        assertThat(pipeline.alerts()).isEmpty();
        assertThat(pipeline.state(first.getId()).getReason()).isEqualTo("WRONG_PLACE");
        pipeline.say(Feedback.newBuilder()
                .setWatchId("place")
                .setAlertId(first.getId())
                .setStoryId("s")
                .setWhat("REOPEN")
                .build());
        assertThat(pipeline.state(first.getId()).getStatus())
                .as("no article is left that it could stand on")
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void whatWasNeverToldIsNotWithdrawn() {
        withdrawn("a1");

        assertThat(pipeline.alerts()).isEmpty();
    }

    private void withdrawn(String article) {
        corrected(article, "Fire somewhere.", story("s", article, 1), List.of(), List.of("place"));
    }

    /** Its record has the time of the article, as vedette reprocess writes it. */
    private void corrected(String id, String text, Story story, List<String> matches, List<String> withdrawn) {
        EnrichedArticle article = AlertingHarness.enriched(id, text);
        article.setCorrection(Correction.newBuilder()
                .setAt(LATER)
                .setReason(REASON)
                .setMatches(matches)
                .setWithdrawn(withdrawn)
                .setStory(story)
                .build());
        pipeline.article(article, NOON);
    }

    private Alert only() {
        List<Alert> alerts = pipeline.alerts();
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }
}
