package io.vedette.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHealthTest {

    private static final Instant START = Instant.parse("2026-03-02T00:10:00Z");

    private final Polls polls = new Polls(START, Duration.ofMinutes(15));

    @Test
    void isHealthyOnceAPollHasGoneWell() {
        SourceState state = polls.brings(20);

        assertThat(state.getStatus()).isEqualTo("HEALTHY");
        assertThat(state.getSince()).isEqualTo(START);
        assertThat(state.getLastAttempt()).isEqualTo(START);
        assertThat(state.getLastSuccess()).isEqualTo(START);
        assertThat(state.getLastNewItem()).isEqualTo(START);
        assertThat(state.getItems()).isEqualTo(20);
        assertThat(state.getFullTextShare()).isEqualTo(0.5);
        assertThat(state.getUndatedShare()).isZero();
    }

    @Test
    void whatIsListedAtFirstIsNoLevel() {
        polls.brings(50);
        SourceState state = polls.brings(2);

        assertThat(state.getDays()).containsExactly(2);
        assertThat(state.getHours()).containsExactly(2);
        assertThat(state.getItems()).isEqualTo(52);
    }

    @Test
    void failsOnlyAfterSeveralFailuresAndSomeTime() {
        polls.brings(1);
        for (int i = 0; i < 4; i++) {
            assertThat(polls.fails(i % 2 == 0 ? PollFailure.TIMEOUT : PollFailure.SERVER_ERROR)
                            .getStatus())
                    .isEqualTo("HEALTHY");
        }
        SourceState state = polls.fails(PollFailure.TIMEOUT);

        assertThat(state.getStatus()).isEqualTo("FAILING");
        assertThat(state.getReason()).isEqualTo("it says timeout");
        assertThat(state.getSince()).isEqualTo(state.getLastAttempt());
        assertThat(state.getFailures()).isEqualTo(5);
        assertThat(state.getErrors())
                .containsOnly(java.util.Map.entry("timeout", 3L), java.util.Map.entry("server-error", 2L));
    }

    @Test
    void failuresInQuickSuccessionWaitForTheTime() {
        Polls quick = new Polls(START, Duration.ofMinutes(1));
        quick.brings(1);
        for (int i = 0; i < 59; i++) {
            assertThat(quick.fails(PollFailure.CONNECTION).getStatus()).isEqualTo("HEALTHY");
        }

        assertThat(quick.fails(PollFailure.CONNECTION).getStatus()).isEqualTo("FAILING");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, FORBIDDEN",
        "ROBOTS, FORBIDDEN",
        "NOT_FOUND, GONE",
        "GONE, GONE",
        "PARKED, PARKED",
        "WEB_PAGE, PARKED",
        "WEB_PAGE_ELSEWHERE, REDIRECTED"
    })
    void whatThreeAnswersInARowSayIsSo(PollFailure why, String status) {
        polls.brings(1);
        polls.fails(why);
        assertThat(polls.fails(why).getStatus()).isEqualTo("HEALTHY");
        SourceState state = polls.fails(why);

        assertThat(state.getStatus()).isEqualTo(status);
        assertThat(polls.fails(why).getSince()).as("since then").isEqualTo(state.getSince());
    }

    @Test
    void answersThatContradictEachOtherAreFailures() {
        polls.brings(1);
        for (int i = 0; i < 5; i++) {
            polls.fails(i % 2 == 0 ? PollFailure.NOT_FOUND : PollFailure.FORBIDDEN);
        }

        assertThat(polls.state().getStatus()).isEqualTo("FAILING");
    }

    @Test
    void aSourceThatNeverAnsweredIsNotKnownUntilItIsConfirmed() {
        assertThat(polls.fails(PollFailure.NOT_FOUND).getStatus()).isEqualTo("UNKNOWN");
        polls.fails(PollFailure.NOT_FOUND);
        assertThat(polls.fails(PollFailure.NOT_FOUND).getStatus()).isEqualTo("GONE");
    }

    @ParameterizedTest
    @CsvSource({
        "https://echo.example/feed.xml, HEALTHY",
        "https://www.echo.example/news.xml, HEALTHY",
        "https://other.example/news.xml, REDIRECTED",
        "https://echo.example/, REDIRECTED"
    })
    void aMoveForGoodToElsewhereIsARedirect(String to, String status) {
        polls.brings(1);
        polls.moved(to);
        polls.moved(to);

        assertThat(polls.moved(to).getStatus()).isEqualTo(status);
        assertThat(polls.state().getMovedTo()).isEqualTo(to);
    }

    @Test
    void aListWithoutItemsIsEmptyAndStaysSoWhileItDoesNotChange() {
        polls.brings(1);
        polls.empty();
        polls.empty();
        assertThat(polls.empty().getStatus()).isEqualTo("EMPTY");

        assertThat(polls.unchanged().getStatus()).isEqualTo("EMPTY");
        assertThat(polls.brings(1).getStatus()).isEqualTo("HEALTHY");
    }

    @Test
    void thatNothingHasChangedSaysAgainWhatTheListSaid() {
        polls.brings(1);
        polls.empty();
        polls.unchanged();
        assertThat(polls.unchanged().getStatus()).isEqualTo("EMPTY");

        polls.moved("https://other.example/feed");
        polls.unchanged();
        assertThat(polls.unchanged().getStatus()).isEqualTo("REDIRECTED");
    }

    @Test
    void isHealthyWithTheFirstGoodSign() {
        polls.brings(1);
        for (int i = 0; i < 5; i++) {
            polls.fails(PollFailure.FORBIDDEN);
        }
        SourceState state = polls.unchanged();

        assertThat(state.getStatus()).isEqualTo("HEALTHY");
        assertThat(state.getReason()).isEmpty();
        assertThat(state.getFailures()).isZero();
        assertThat(state.getSince()).isEqualTo(state.getLastAttempt());
    }

    @Test
    void pausedAndPolledAgain() {
        polls.brings(1);
        assertThat(polls.paused().getStatus()).isEqualTo("PAUSED");
        assertThat(polls.fails(PollFailure.TIMEOUT).getStatus()).isEqualTo("UNKNOWN");
        assertThat(polls.brings(1).getStatus()).isEqualTo("HEALTHY");
    }

    @Test
    void daysRollOverByTheTimesOfPolls() {
        polls.brings(9);
        for (int day = 0; day < 40; day++) {
            for (int poll = 0; poll < 96; poll++) {
                polls.brings(poll == 50 ? day : 0);
            }
        }
        SourceState state = polls.state();

        assertThat(state.getDays()).hasSize(28);
        assertThat(state.getDays().subList(0, 27)).first().isEqualTo(13);
        assertThat(state.getHours()).hasSize(672);
        assertThat(state.getItemsPerDay()).isEqualTo(39);
        assertThat(state.getUsualPerDay()).isEqualTo(26);
    }

    @Test
    void hoursInWhichNobodyLookedAreLeftOut() {
        polls.brings(1);
        polls.nobodyPollsFor(Duration.ofHours(5));
        polls.brings(3);

        assertThat(polls.state().getHours()).isEqualTo(List.of(0, -1, -1, -1, -1, 3));
    }

    @Test
    void timeDoesNotGoBack() {
        polls.brings(1);
        polls.nobodyPollsFor(Duration.ofHours(-2));

        assertThat(polls.brings(1).getLastAttempt()).isEqualTo(START);
    }

    @Test
    void sharesAreOfTheLastHundred() {
        for (int i = 0; i < 40; i++) {
            polls.brings(10);
        }

        assertThat(polls.state().getFullTextShare()).isEqualTo(0.5);
        assertThat(polls.state().getItems()).isEqualTo(400);
    }

    @Test
    void theStateBeforeIsNotChanged() {
        polls.brings(1);
        SourceState before = SourceState.newBuilder(polls.state()).build();
        SourceState kept = polls.state();
        polls.brings(5);

        assertThat(kept).isEqualTo(before);
    }
}
