package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.ContributingArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch is told of when nobody reads the retained articles: matches, and time that goes on in all partitions. */
class OverTimeStepTest {

    @TempDir
    private Path folder;

    private OverTimeTasks tasks;

    @BeforeEach
    void open() {
        tasks = new OverTimeTasks(folder, Duration.ZERO);
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aWatchThatNeverMatchedIsSilentInTheTaskOfItsPartitionOnly() {
        tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.closed(0);
        assertThat(tasks.closed(119).alerts()).isEmpty();

        assertThat(tasks.closed(121).closed(500).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo("SILENCE");
            assertThat(alert.getSilentSince()).isEqualTo(minute(0));
            assertThat(alert.getArticleId()).isEmpty();
            assertThat(alert.getWatchTitle()).isEqualTo("quiet");
        });
    }

    @Test
    void timeStandsStillWhereOnePartitionDoes() {
        tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.closed(0);

        tasks.progress(0, 600).progress(1, 600);
        assertThat(tasks.alerts()).isEmpty();

        assertThat(tasks.progress(2, 600).alerts()).hasSize(1);
    }

    @Test
    void anArticleBreaksASilence() {
        CompiledWatch watch = tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.closed(0).live(watch, "a", 60).closed(170);
        assertThat(tasks.alerts()).isEmpty();

        assertThat(tasks.closed(181).alerts()).extracting(Alert::getSilentSince).containsExactly(minute(60));
    }

    @Test
    void theFirstAfterQuietIsToldOnceNothingEarlierCanCome() {
        CompiledWatch watch = tasks.watch("first", "FIRST(tank, 2h)");
        tasks.closed(0).live(watch, "early", 60).live(watch, "b", 181).closed(180);
        assertThat(tasks.alerts()).isEmpty();

        assertThat(tasks.closed(182).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo("FIRST_IN_PERIOD");
            assertThat(alert.getArticles())
                    .extracting(ContributingArticle::getId)
                    .containsExactly("b");
        });
    }

    @Test
    void aSpikeIsToldWhenItsHistoryIsSettled() {
        CompiledWatch watch = tasks.watch("spike", "SPIKE(tank, 1h, 3)");
        tasks.closed(0);
        for (int hour = 0; hour < 10; hour++) {
            tasks.live(watch, "usual" + hour, hour * 60 + 30).closed(hour * 60 + 31);
        }
        assertThat(tasks.alerts()).isEmpty();

        IntStream.range(0, 3).forEach(i -> tasks.live(watch, "spike" + i, 610 + i));

        assertThat(tasks.closed(620).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo("SPIKE");
            assertThat(alert.getExpected()).isEqualTo(1);
        });
    }

    @Test
    void whatIsKnownOutlivesARestart() {
        CompiledWatch first = tasks.watch("first", "FIRST(tank, 2h)");
        CompiledWatch count = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        CompiledWatch texts = tasks.watch("texts", "CORROBORATED(tank, 2)");
        tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.closed(0).live(first, "a", 121).live(count, "a", 121).live(count, "b", 125);
        tasks.live(OverTimeTasks.match(texts, "a", 121, 0, "story"));
        tasks.closed(100);

        tasks.restart();
        tasks.live(count, "c", 130);
        tasks.live(OverTimeTasks.match(texts, "b", 130, 0, "story"));
        assertThat(tasks.closed(140).alerts())
                .extracting(Alert::getKind)
                .containsExactlyInAnyOrder("COUNT", "CORROBORATED", "FIRST_IN_PERIOD", "SILENCE");
    }

    @Test
    void aSecondBurstInTheSameHourIsNotToldAgainWhenTimeGoesOn() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        tasks.closed(0);
        IntStream.range(0, 3).forEach(i -> tasks.live(watch, "a" + i, 5));
        assertThat(tasks.alerts()).hasSize(1);

        tasks.closed(61).live(watch, "later", 75);

        assertThat(tasks.alerts()).isEmpty();
    }

    @Test
    void aWatchThatIsNoMoreIsForgottenAfterAWeek() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        CompiledWatch texts = tasks.watch("texts", "CORROBORATED(tank, 2)");
        tasks.closed(0).live(watch, "a", 1).live(texts, "a", 1);
        tasks.noWatch();

        tasks.closed(Duration.ofDays(6).toMinutes());
        assertThat(tasks.remembered()).isEqualTo(3);

        tasks.closed(Duration.ofDays(8).toMinutes());
        assertThat(tasks.remembered()).isZero();
    }

    private static Instant minute(double minute) {
        return Instant.ofEpochMilli(Replay.millis(minute));
    }
}
