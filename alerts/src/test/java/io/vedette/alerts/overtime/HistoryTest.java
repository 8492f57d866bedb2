package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.ContributingArticle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new watch is filled before it speaks, and then speaks as if it had always been there. */
class HistoryTest {

    /** When the watches are saved. */
    private static final double SAVED = 1_000;

    @TempDir
    private Path folder;

    private OverTimeTasks tasks;

    @BeforeEach
    void open() {
        tasks = new OverTimeTasks(folder, OverTimeTasks.PATIENCE);
        tasks.closed(SAVED - 10);
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void countCountsWhatWasThereAndIsToldOnceAllOfItIs() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 4");
        tasks.live(watch, "new", SAVED + 1);
        tasks.found(watch, "a", SAVED - 50).found(watch, "b", SAVED - 20).found(watch, "c", SAVED - 10);
        assertThat(tasks.closed(SAVED - 8).alerts()).isEmpty();

        tasks.filled(watch, SAVED - 60, SAVED).closed(SAVED - 7);

        assertThat(tasks.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getObserved()).isEqualTo(4);
            assertThat(alert.getArticles())
                    .extracting(ContributingArticle::getId)
                    .containsExactly("a", "b", "c", "new");
        });
        assertThat(tasks.live(watch, "newer", SAVED + 2).alerts()).isEmpty();
    }

    @Test
    void aWindowThatIsFullWhenTheWatchIsSavedIsTold() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        tasks.found(watch, "old", SAVED - 70);
        IntStream.range(0, 5).forEach(i -> tasks.found(watch, "a" + i, SAVED - 50 + i));

        tasks.filled(watch, SAVED - 80, SAVED).closed(SAVED - 8);

        assertThat(tasks.alerts()).singleElement().satisfies(alert -> assertThat(alert.getObserved())
                .isEqualTo(5));
    }

    @Test
    void aWindowThatWasFullBeforeIsNot() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        IntStream.range(0, 5).forEach(i -> tasks.found(watch, "a" + i, SAVED - 80 + i));

        tasks.filled(watch, SAVED - 90, SAVED).closed(SAVED - 8);
        assertThat(tasks.alerts()).isEmpty();

        IntStream.range(0, 3).forEach(i -> tasks.live(watch, "b" + i, SAVED + 10 + i));
        assertThat(tasks.alerts()).hasSize(1);
        assertThat(tasks.closed(SAVED + 200).alerts()).isEmpty();
    }

    @Test
    void anArticleThatIsFoundAndComesLiveCountsOnceWhicheverIsSooner() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 4");
        tasks.live(watch, "a", SAVED + 1).found(watch, "a", SAVED + 1);
        tasks.found(watch, "b", SAVED + 1).live(watch, "b", SAVED + 1);
        tasks.found(watch, "c", SAVED + 1).filled(watch, SAVED - 60, SAVED).closed(SAVED - 9);
        assertThat(tasks.live(watch, "c", SAVED + 1).alerts()).isEmpty();

        assertThat(tasks.live(watch, "d", SAVED + 1).alerts()).hasSize(1);
    }

    @Test
    void firstIsNotToldWhereThereWasOne() {
        CompiledWatch watch = tasks.watch("first", "FIRST(tank, 6h)");
        tasks.found(watch, "old", SAVED - 300).live(watch, "new", SAVED + 1);
        tasks.filled(watch, SAVED - 360, SAVED);

        assertThat(tasks.closed(SAVED + 100).alerts()).isEmpty();
    }

    @Test
    void firstIsToldAtOnceWhereItWasQuietForSoLong() {
        CompiledWatch watch = tasks.watch("first", "FIRST(tank, 6h)");
        tasks.live(watch, "new", SAVED + 1).filled(watch, SAVED - 360, SAVED);

        assertThat(tasks.closed(SAVED + 2).alerts()).singleElement().satisfies(alert -> assertThat(alert.getArticleId())
                .isEqualTo("new"));
    }

    @Test
    void aFirstThatCameBeforeTheWatchIsNotTold() {
        CompiledWatch watch = tasks.watch("first", "FIRST(tank, 6h)");
        tasks.found(watch, "old", SAVED - 5).filled(watch, SAVED - 700, SAVED);

        assertThat(tasks.closed(SAVED + 100).alerts()).isEmpty();
    }

    @Test
    void silenceSaysSinceWhenFromHistoryAndNothingOfOlderSilences() {
        CompiledWatch watch = tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.found(watch, "a", SAVED - 900).found(watch, "b", SAVED - 150).filled(watch, SAVED - 960, SAVED);

        assertThat(tasks.closed(SAVED + 300).alerts())
                .extracting(Alert::getSilentSince)
                .containsExactly(minute(SAVED - 150));
    }

    @Test
    void silenceIsToldAsSoonAsItHasLastedWhenHistorySaysSo() {
        CompiledWatch watch = tasks.watch("quiet", "SILENCE(tank, 2h)");
        tasks.found(watch, "a", SAVED - 60).filled(watch, SAVED - 240, SAVED);
        assertThat(tasks.closed(SAVED + 59).alerts()).isEmpty();

        assertThat(tasks.closed(SAVED + 61).alerts())
                .extracting(Alert::getSilentSince)
                .containsExactly(minute(SAVED - 60));
    }

    @Test
    void aSpikeIsHeldAgainstHistory() {
        CompiledWatch watch = tasks.watch("spike", "SPIKE(tank, 1h, 3)");
        for (int hour = 1; hour <= 12; hour++) {
            tasks.found(watch, "a" + hour, SAVED - hour * 60).found(watch, "b" + hour, SAVED - hour * 60 + 1);
        }
        tasks.filled(watch, SAVED - 12 * 60, SAVED).closed(SAVED);
        IntStream.range(0, 5).forEach(i -> tasks.live(watch, "c" + i, SAVED + 70 + i));
        assertThat(tasks.closed(SAVED + 75).alerts()).isEmpty();

        tasks.live(watch, "c5", SAVED + 76);

        assertThat(tasks.closed(SAVED + 77).alerts()).singleElement().satisfies(alert -> assertThat(alert.getKind())
                .isEqualTo("SPIKE"));
    }

    @Test
    void whatIsFoundIsFollowedButDoesNotFollow() {
        CompiledWatch watch = tasks.watch("followed", "FOLLOWED(tank, convoy, 6h)");
        tasks.history(History.match(OverTimeTasks.match(watch, "a", SAVED - 100, 0, "s")))
                .history(History.match(OverTimeTasks.match(watch, "b", SAVED - 90, 1, "s")));
        tasks.filled(watch, SAVED - 360, SAVED).closed(SAVED - 8);
        assertThat(tasks.alerts()).isEmpty();

        tasks.live(OverTimeTasks.match(watch, "c", SAVED + 1, 1, "s"));

        assertThat(tasks.alerts()).hasSize(1);
    }

    @Test
    void textsThatAreFoundCorroborateTheNextOne() {
        CompiledWatch watch = tasks.watch("texts", "CORROBORATED(tank, 3)");
        for (String text : new String[] {"a", "b", "c"}) {
            tasks.history(History.match(OverTimeTasks.match(watch, text, SAVED - 100, 0, "story")));
        }
        tasks.live(OverTimeTasks.match(watch, "other", SAVED + 1, 0, "another"));
        tasks.filled(watch, SAVED - 360, SAVED).closed(SAVED - 8);
        assertThat(tasks.alerts()).isEmpty();

        tasks.live(OverTimeTasks.match(watch, "d", SAVED + 1, 0, "story"));

        assertThat(tasks.alerts()).extracting(Alert::getStoryId).containsExactly("story");
    }

    @Test
    void whatIsFoundAgainAfterACrashChangesNothing() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 4");
        // an attempt that came to no end, and one that did
        tasks.found(watch, "a", SAVED - 20);
        tasks.restart();
        tasks.found(watch, "a", SAVED - 20).found(watch, "b", SAVED - 20).filled(watch, SAVED - 60, SAVED);
        tasks.closed(SAVED - 8);
        long remembered = tasks.remembered();
        // and one of an instance that did not know
        tasks.found(watch, "a", SAVED - 20).found(watch, "b", SAVED - 20).filled(watch, SAVED - 30, SAVED + 30);

        assertThat(tasks.live(watch, "c", SAVED + 1).closed(SAVED - 7).alerts()).isEmpty();
        assertThat(tasks.remembered()).isEqualTo(remembered);
        assertThat(tasks.live(watch, "d", SAVED + 2).alerts()).hasSize(1);
    }

    @Test
    void aRestartInTheMidstOfItLosesNothing() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 4");
        tasks.live(watch, "new", SAVED + 1).found(watch, "a", SAVED - 20);
        tasks.restart();
        tasks.found(watch, "b", SAVED - 20).filled(watch, SAVED - 60, SAVED);
        tasks.restart();
        tasks.live(watch, "newer", SAVED + 2);

        assertThat(tasks.closed(SAVED - 8).alerts()).hasSize(1);
    }

    @Test
    void whatWasKeptApartIsForgottenWhenItCantComeAnyMore() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 4");
        tasks.live(watch, "new", SAVED + 1).found(watch, "a", SAVED - 20).filled(watch, SAVED - 60, SAVED);

        tasks.closed(SAVED - 9);
        assertThat(tasks.remembered()).isEqualTo(2);

        tasks.closed(SAVED - 8);
        assertThat(tasks.remembered()).isOne();
    }

    @Test
    void aWatchThatNobodyFillsBeginsWithoutHistoryOnceItsPatienceIsOver() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 2");
        tasks.live(watch, "a", SAVED + 1).live(watch, "b", SAVED + 2);
        assertThat(tasks.closed(SAVED - 9).closed(SAVED + 50).alerts()).isEmpty();

        assertThat(tasks.closed(SAVED + 52).alerts()).hasSize(1);
    }

    @Test
    void aChangedQueryIsFilledAnewAndAnotherTitleIsNot() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        tasks.live(watch, "a", SAVED).filled(watch, SAVED - 60, SAVED).closed(SAVED - 8);

        CompiledWatch titled = tasks.watch("count", "COUNT(tank, 1h) >= 3", 2);
        tasks.live(titled, "b", SAVED + 1).live(titled, "c", SAVED + 2);
        assertThat(tasks.alerts()).hasSize(1);

        CompiledWatch changed = tasks.watch("count", "COUNT(tank OR convoy, 1h) >= 3", 3);
        tasks.live(changed, "c", SAVED + 3).live(changed, "d", SAVED + 3);
        tasks.live(titled, "late", SAVED + 3); // from an instance that has not heard of it yet
        tasks.filled(titled, SAVED - 60, SAVED).closed(SAVED + 4);
        assertThat(tasks.alerts()).isEmpty();

        tasks.found(changed, "a", SAVED).filled(changed, SAVED - 60, SAVED + 3).closed(SAVED + 5);
        assertThat(tasks.alerts()).singleElement().satisfies(alert -> assertThat(alert.getArticles())
                .extracting(ContributingArticle::getId)
                .containsExactly("a", "c", "d"));
    }

    @Test
    void nothingIsLeftOfAWatchThatIsGone() {
        CompiledWatch count = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        CompiledWatch texts = tasks.watch("texts", "CORROBORATED(tank, 3)");
        for (CompiledWatch watch : new CompiledWatch[] {count, texts}) {
            tasks.live(watch, "a", SAVED + 1).found(watch, "b", SAVED - 1).filled(watch, SAVED - 60, SAVED);
        }
        tasks.closed(SAVED - 9);
        assertThat(tasks.remembered()).isGreaterThan(4);

        tasks.history(History.gone("count", 2)).history(History.gone("texts", 2));

        assertThat(tasks.remembered()).isZero();
    }

    @Test
    void theEndOfAnOlderWatchOfThatNameIsNoEndOfTheNewOne() {
        CompiledWatch watch = tasks.watch("count", "COUNT(tank, 1h) >= 3");
        tasks.found(watch, "a", SAVED - 1).filled(watch, SAVED - 60, SAVED, 7).closed(SAVED - 8);

        tasks.history(History.gone("count", 6)).history(History.stale("count", 5));

        assertThat(tasks.live(watch, "b", SAVED + 1).live(watch, "c", SAVED + 1).alerts())
                .hasSize(1);
    }

    @Test
    void aWatchThatWasDisabledIsFilledAnewAndRepeatsNothing() {
        CompiledWatch count = tasks.watch("count", "COUNT(tank, 10h) >= 2");
        CompiledWatch quiet = tasks.watch("quiet", "SILENCE(convoy, 2h)");
        tasks.found(count, "a", SAVED - 2).found(count, "b", SAVED - 1).filled(count, SAVED - 900, SAVED, 1);
        tasks.found(quiet, "a", SAVED - 130)
                .filled(quiet, SAVED - 900, SAVED, 2)
                .closed(SAVED + 1);
        assertThat(tasks.alerts()).extracting(Alert::getKind).containsExactlyInAnyOrder("COUNT", "SILENCE");

        tasks.history(History.stale("count", 3)).history(History.stale("quiet", 4));
        tasks.live(count, "e", SAVED + 31);
        double again = SAVED + 30;
        tasks.found(count, "b", SAVED - 1).found(count, "c", SAVED + 10).filled(count, again - 900, again, 5);
        tasks.found(quiet, "a", SAVED - 130).filled(quiet, again - 900, again, 6);
        assertThat(tasks.closed(SAVED + 35).alerts()).isEmpty();

        tasks.found(quiet, "z", SAVED).live(quiet, "b", SAVED + 40);
        assertThat(tasks.closed(SAVED + 200).alerts())
                .extracting(Alert::getSilentSince)
                .containsExactly(minute(SAVED + 40));
    }

    private static Instant minute(double minute) {
        return Instant.ofEpochMilli(Replay.millis(minute));
    }
}
