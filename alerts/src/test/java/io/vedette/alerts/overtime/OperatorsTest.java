package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.overtime.Rule.Kind;
import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.ContributingArticle;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    @Test
    void countIsToldWhenTheWindowFirstReachesItsNumber() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 3).match("a", 5).match("b", 20);
        assertThat(replay.fired).isEmpty();

        replay.match("c", 50);

        Firing firing = replay.fired.get(0);
        assertThat(firing.observed()).isEqualTo(3);
        assertThat(firing.articles()).extracting(ContributingArticle::getId).containsExactly("a", "b", "c");
        assertThat(firing.from()).isLessThanOrEqualTo(Replay.millis(5));
    }

    @Test
    void countDoesNotCountWhatIsOlderThanTheWindow() {
        Replay replay =
                Replay.of(Kind.COUNT, "PT1H", 3).match("a", 5).match("b", 20).match("c", 70);

        assertThat(replay.fired).isEmpty();
    }

    @Test
    void countSlidesAcrossTheHoursOfTheClock() {
        Replay replay =
                Replay.of(Kind.COUNT, "PT1H", 3).match("a", 50).match("b", 55).match("c", 65);

        assertThat(replay.fired).hasSize(1);
    }

    @Test
    void countIsToldOnceInAnHourHoweverManyCome() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 2);
        for (int i = 0; i < 59; i++) {
            replay.match("a" + i, i);
        }

        assertThat(replay.fired).hasSize(1);
    }

    @Test
    void countListsTwentyArticlesAtMostTheLatest() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 50);
        for (int i = 0; i < 50; i++) {
            replay.match("a" + i, i);
        }

        assertThat(replay.fired.get(0).articles()).hasSize(20);
        assertThat(replay.fired.get(0).articles().get(19).getId()).isEqualTo("a49");
    }

    @Test
    void anArticleForWhoseWindowsAllAreClosedIsLate() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 1).match(Replay.seen("old", 0, 71, 0, "s", "old"));

        assertThat(replay.late).isOne();
        assertThat(replay.fired).isEmpty();
    }

    @Test
    void anArticleThatIsPublishedEarlierCountsWhereItsWindowIsOpen() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 2)
                .match(Replay.seen("old", 0, 30, 0, "s", "old"))
                .match("new", 35);

        assertThat(replay.late).isZero();
        assertThat(replay.fired).hasSize(1);
    }

    @Test
    void countStaysSmallWhateverComes() {
        Replay replay = Replay.of(Kind.COUNT, "PT1H", 1_000_000);
        for (int i = 0; i < 20_000; i++) {
            replay.match("a" + i, i / 7.0);
            if (i % 50 == 0) {
                replay.advance(i / 7.0 - 10);
            }
        }

        assertThat(replay.state.getCounts()).hasSizeLessThan(200);
        assertThat(replay.state.getArticles()).hasSizeLessThanOrEqualTo(40);
        assertThat(replay.state.getFired()).hasSizeLessThan(4);
    }

    @Test
    void aSpikeIsSoManyTimesTheUsualLevel() {
        Replay replay = usually(2, 10);
        assertThat(replay.fired).isEmpty();

        for (int i = 0; i < 6; i++) {
            replay.match("spike" + i, 10 * 60 + 5 + i).advance(10 * 60 - 5);
        }

        assertThat(replay.fired).hasSize(1);
        assertThat(replay.fired.get(0).expected()).isEqualTo(2);
        assertThat(replay.fired.get(0).observed()).isEqualTo(6);
    }

    @Test
    void nothingIsASpikeBeforeSevenWindowsWereObserved() {
        Replay replay = usually(2, 6);

        for (int i = 0; i < 20; i++) {
            replay.match("spike" + i, 6 * 60 + 5 + i).advance(6 * 60 - 5);
        }

        assertThat(replay.advance(1_000).fired).isEmpty();
    }

    @Test
    void theUsualLevelIsAnArticleAtLeast() {
        Replay replay = usually(0, 10);

        replay.match("a", 605).match("b", 606).advance(700);
        assertThat(replay.fired).isEmpty();

        replay.match("c", 701).match("d", 702).match("e", 703).advance(800);
        assertThat(replay.fired).hasSize(1);
    }

    /** So many articles in each of the first hours, evenly. */
    private static Replay usually(int articles, int hours) {
        Replay replay = Replay.of(Kind.SPIKE, "PT1H", 3);
        for (int hour = 0; hour < hours; hour++) {
            for (int i = 0; i < articles; i++) {
                replay.match("usual" + hour + "-" + i, hour * 60 + i * 60.0 / articles);
            }
            replay.advance(hour * 60);
        }
        return replay;
    }

    @Test
    void firstIsToldAfterQuietOnceNothingEarlierCanCome() {
        Replay replay = Replay.of(Kind.FIRST, "PT6H", 0).match("a", 400).advance(390);
        assertThat(replay.fired).isEmpty();

        replay.advance(401);

        assertThat(replay.fired).hasSize(1);
        assertThat(replay.fired.get(0).articles())
                .extracting(ContributingArticle::getId)
                .containsExactly("a");
    }

    @Test
    void firstIsNotToldOfTheSecondNorBeforeTheWatchWasObservedForSoLong() {
        Replay replay = Replay.of(Kind.FIRST, "PT6H", 0)
                .match("early", 100)
                .match("b", 450)
                .advance(600);

        assertThat(replay.fired).isEmpty();
        assertThat(replay.match("later", 900).advance(1_000).fired).hasSize(1);
    }

    @Test
    void silenceIsToldOnceAndSaysSinceWhen() {
        Replay replay = Replay.of(Kind.SILENCE, "PT12H", 0).match("a", 30).advance(740);
        assertThat(replay.fired).isEmpty();

        replay.advance(751).advance(2_000);

        assertThat(replay.fired).hasSize(1);
        assertThat(replay.fired.get(0).from()).isEqualTo(Replay.millis(30));
    }

    @Test
    void silenceIsToldAgainAfterAnArticleBrokeIt() {
        Replay replay = Replay.of(Kind.SILENCE, "PT1H", 0)
                .match("a", 30)
                .advance(100)
                .match("b", 120)
                .advance(200);

        assertThat(replay.fired).hasSize(2);
    }

    @Test
    void aFollowsBWithinTheTimeOnly() {
        assertThat(followed(10, 100).fired).hasSize(1);
        assertThat(followed(10, 400).fired).isEmpty();
        assertThat(followed(100, 10).fired).isEmpty();
        assertThat(followed(10, 10).fired).isEmpty();
    }

    private static Replay followed(double first, double then) {
        return Replay.of(Kind.FOLLOWED, "PT6H", 0)
                .match(Replay.seen("b", then, then, 1, "s", "b"))
                .match(Replay.seen("a", first, first, 0, "s", "a"));
    }

    @Test
    void copiesCorroborateNothing() {
        Replay replay = Replay.of(Kind.CORROBORATED, "PT0S", 3)
                .match(Replay.seen("a", 1, 1, 0, "s", "a"))
                .match(Replay.seen("copy", 2, 2, 0, "s", "a"))
                .match(Replay.seen("b", 3, 3, 0, "s", "b"));
        assertThat(replay.fired).isEmpty();

        replay.match(Replay.seen("c", 4, 4, 0, "s", "c")).match(Replay.seen("d", 5, 5, 0, "s", "d"));

        assertThat(replay.fired).hasSize(1);
        assertThat(replay.fired.get(0).subject()).isEqualTo("s");
        assertThat(replay.fired.get(0).articles())
                .extracting(ContributingArticle::getId)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aDenialOfTheSameContradicts() {
        assertThat(conflict(fact("WITHDRAWAL", "p", "x", "ASSERTED"), fact("WITHDRAWAL", "p", "x", "DENIED")))
                .hasSize(1);
        assertThat(conflict(fact("WITHDRAWAL", "p", null, "DENIED"), fact("WITHDRAWAL", "p", "x", "ASSERTED")))
                .hasSize(1);
    }

    @Test
    void whatIsOfAnotherPlaceSideOrTypeContradictsNothing() {
        assertThat(conflict(fact("WITHDRAWAL", "p", "x", "ASSERTED"), fact("WITHDRAWAL", "q", "x", "DENIED")))
                .isEmpty();
        assertThat(conflict(fact("WITHDRAWAL", "p", "x", "ASSERTED"), fact("WITHDRAWAL", "p", "y", "DENIED")))
                .isEmpty();
        assertThat(conflict(fact("WITHDRAWAL", "p", "x", "ASSERTED"), fact("SANCTIONS", "p", "x", "DENIED")))
                .isEmpty();
        assertThat(conflict(fact("WITHDRAWAL", null, null, "ASSERTED"), fact("WITHDRAWAL", null, null, "DENIED")))
                .isEmpty();
    }

    @Test
    void twoWhoClaimOnePlaceContradict() {
        assertThat(conflict(
                        fact("TERRITORY_CONTROL", "p", "x", "ASSERTED"),
                        fact("TERRITORY_CONTROL", "p", "y", "ASSERTED")))
                .hasSize(1);
    }

    private static java.util.List<Firing> conflict(ClaimFact one, ClaimFact other) {
        return Replay.of(Kind.CONFLICT, "PT0S", 0)
                .match(Replay.seen("a", 1, 1, 0, "s", "a", one))
                .match(Replay.seen("b", 2, 2, 0, "s", "b", other))
                .match(Replay.seen("c", 3, 3, 0, "s", "c", other))
                .fired;
    }

    private static ClaimFact fact(String type, String place, String side, String modality) {
        return ClaimFact.newBuilder()
                .setType(type)
                .setPlace(place)
                .setSide(side)
                .setModality(modality)
                .build();
    }

    @Test
    void aRuleTravelsAsText() {
        for (Kind kind : Kind.values()) {
            Rule rule = new Rule(kind, java.time.Duration.ofMinutes(90), 2.5);
            assertThat(Rule.read(rule.toString())).isEqualTo(rule);
        }
    }
}
