package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceHealthAlertsTest {

    private static final Duration GATHER =
            AlertingSettings.DEFAULTS.sourceHealth().gather();

    @TempDir
    private Path stateDir;

    private AlertingHarness harness;
    private Instant now = NOON;

    @BeforeEach
    void start() {
        harness = new AlertingHarness(stateDir, AlertingSettings.DEFAULTS);
        harness.source(
                Source.newBuilder()
                        .setId("echo")
                        .setName("The Echo")
                        .setUrl("https://echo.example/feed")
                        .build(),
                now);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void tellsOfASourceThatBecomesUnhealthy() throws IOException {
        is("echo", "HEALTHY", "", NOON.minusSeconds(60));
        is("echo", "SILENT", "0 items in 26 h, usually 40 a day", now);
        List<Alert> alerts = wait(GATHER);

        assertThat(alerts).hasSize(1);
        Alert alert = alerts.get(0);
        assertThat(alert.getWatchId()).isEqualTo("source-health");
        assertThat(alert.getKind()).isEqualTo("SOURCE_HEALTH");
        assertThat(alert.getSeverity()).isEqualTo("WARNING");
        assertThat(alert.getHeadline()).isEqualTo("Source The Echo is silent: 0 items in 26 h, usually 40 a day");
        assertThat(alert.getSource()).isEqualTo("The Echo");
        assertThat(alert.getUrl()).isEqualTo("https://echo.example/feed");
        assertThat(alert.getReasons()).contains("status: SILENT");
        JsonNode json = Json.MAPPER.readTree(AlertJson.write(alert));
        assertThat(json.get("kind").asText()).isEqualTo("SOURCE_HEALTH");
        assertThat(json.get("articleId").asText()).isEmpty();
    }

    @Test
    void tellsItOnceHoweverManyPollsSayItAgain() {
        is("echo", "GONE", "404", NOON);
        for (int i = 0; i < 30; i++) {
            is("echo", "GONE", "404, poll " + i, NOON);
            wait(Duration.ofMinutes(5)).forEach(alert -> assertThat(now).isBefore(NOON.plus(GATHER.multipliedBy(4))));
        }

        assertThat(wait(Duration.ofHours(7))).isEmpty();
    }

    @Test
    void aSourceThatIsUnhealthyWhenItIsFirstMetIsToldOf() {
        is("echo", "FORBIDDEN", "403", NOON.minus(Duration.ofDays(3)));

        assertThat(wait(GATHER)).extracting(Alert::getHeadline).containsExactly("Source The Echo is forbidden: 403");
    }

    @Test
    void aHealthySourceThatIsFirstMetIsNot() {
        is("echo", "HEALTHY", "", NOON);

        assertThat(wait(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void tellsThatItIsHealthyAgain() {
        is("echo", "GONE", "404", NOON);
        Alert gone = wait(GATHER).get(0);
        now = now.plus(Duration.ofHours(2));
        is("echo", "HEALTHY", "", now);
        List<Alert> alerts = wait(GATHER);

        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).getUpdateOf()).isEqualTo(gone.getId());
        assertThat(alerts.get(0).getSeverity()).isEqualTo("INFO");
        assertThat(alerts.get(0).getHeadline())
                .isEqualTo("Source The Echo is healthy again; it was gone, 2 h after it was told");
    }

    @Test
    void aChangeThatIsTakenBackWhileItWaitsIsNotTold() {
        is("echo", "HEALTHY", "", NOON.minusSeconds(60));
        is("echo", "GONE", "404", now);
        now = now.plusSeconds(30);
        is("echo", "HEALTHY", "", now);

        assertThat(wait(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aSourceThatFlapsTellsOnceInSixHours() {
        int told = 0;
        for (int hour = 0; hour < 12; hour++) {
            is("echo", "FAILING", "timeout", now);
            told += unhealthy(wait(Duration.ofMinutes(30)));
            is("echo", "HEALTHY", "", now);
            told += unhealthy(wait(Duration.ofMinutes(30)));
        }

        assertThat(told).isEqualTo(2);
    }

    @Test
    void aSourceThatIsUnhealthyAtTheEndOfTheSixHoursIsToldOfThen() {
        is("echo", "FAILING", "timeout", now);
        wait(Duration.ofMinutes(30));
        is("echo", "HEALTHY", "", now);
        wait(Duration.ofMinutes(30));
        is("echo", "GONE", "404", now);

        assertThat(wait(Duration.ofHours(4))).isEmpty();
        assertThat(wait(Duration.ofHours(2)))
                .extracting(Alert::getHeadline)
                .containsExactly("Source The Echo is gone: 404");
    }

    @Test
    void manyAtOnceAreToldTogether() {
        for (int i = 0; i < 50; i++) {
            is("source-" + i, "HEALTHY", "", NOON.minusSeconds(60));
        }
        for (int i = 0; i < 25; i++) {
            is("source-" + i, "FAILING", "no connection", now);
        }
        List<Alert> first = wait(GATHER);
        for (int i = 25; i < 50; i++) {
            is("source-" + i, "FAILING", "no connection", now);
        }
        List<Alert> meanwhile = wait(Duration.ofMinutes(50));
        List<Alert> later = wait(Duration.ofMinutes(20));
        for (int i = 0; i < 50; i++) {
            is("source-" + i, "HEALTHY", "", now);
        }
        List<Alert> again = wait(GATHER);

        assertThat(first)
                .extracting(Alert::getHeadline)
                .containsExactly(
                        "25 sources became unhealthy within minutes (25 failing): is the network down that asks them?");
        assertThat(first.get(0).getReasons()).hasSize(21).last().isEqualTo("and 5 more");
        assertThat(meanwhile).isEmpty();
        assertThat(later)
                .hasSize(1)
                .extracting(Alert::getId)
                .doesNotContain(first.get(0).getId());
        assertThat(again).extracting(Alert::getHeadline).containsExactly("50 sources are healthy again");
    }

    @Test
    void aDeletedSourceIsForgotten() {
        is("echo", "HEALTHY", "", NOON.minusSeconds(60));
        is("echo", "GONE", "404", now);
        harness.sourceDeleted("echo", now);

        assertThat(wait(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void canBeSilenced() {
        harness.say(Feedback.newBuilder()
                .setWhat("SILENCE")
                .setWatchId("source-health")
                .setAt(now)
                .build());
        is("echo", "GONE", "404", now);

        assertThat(wait(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void theSameHappeningHasTheSameId(@TempDir Path other) {
        is("echo", "GONE", "404", NOON);
        String id = wait(GATHER).get(0).getId();
        harness.close();
        now = NOON;
        harness = new AlertingHarness(other, AlertingSettings.DEFAULTS);
        now = now.plusSeconds(90);
        is("echo", "GONE", "404", NOON);

        assertThat(wait(GATHER)).extracting(Alert::getId).containsExactly(id);
    }

    private static int unhealthy(List<Alert> alerts) {
        return (int)
                alerts.stream().filter(alert -> alert.getUpdateOf() == null).count();
    }

    private void is(String id, String status, String reason, Instant since) {
        harness.sourceState(
                SourceState.newBuilder()
                        .setSourceId(id)
                        .setStatus(status)
                        .setReason(reason)
                        .setSince(since)
                        .build(),
                now);
    }

    /** Time goes on in steps, lest a release be missed. */
    private List<Alert> wait(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(60).isBefore(end) ? now.plusSeconds(60) : end;
            harness.beat(now);
        }
        return harness.alerts();
    }
}
