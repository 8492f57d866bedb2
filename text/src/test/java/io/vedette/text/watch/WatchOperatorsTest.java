package io.vedette.text.watch;

import static io.vedette.text.watch.Articles.ENTITIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator on words, asked of one article alone and in a set. */
class WatchOperatorsTest {

    private static final MatchableArticle ARTICLE = Articles.of(
            "Tanks cross the river",
            "The US army moved tanks at night. Supply routes were cut\nby artillery; let us see. Tanks left.",
            "en",
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "army NEAR/1 tanks",
                "tanks NEAR/1 army",
                "army THEN/1 tanks",
                "tank NEAR/0 left",
                "SENTENCE(army night)",
                "SENTENCE(army NOT supply)",
                "PARAGRAPH(army routes)",
                "title:(tank river)",
                "ATLEAST/3 tank",
                "suppl* routes",
                "r?utes",
                "\"supp* route\"",
                "*illery",
                "/sup+ly rou/",
                "Cs(US) army",
                "SCORE(3*tank 2*artillery -5*ship) >= 5",
                "lang:en tank",
            })
    void isTrue(String query) {
        assertThat(inASet(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "army NEAR/0 tanks",
                "tanks THEN/1 army",
                "river NEAR/9 US",
                "SENTENCE(army routes)",
                "PARAGRAPH(army artillery)",
                "title:(tank army)",
                "ATLEAST/4 tank",
                "supple* routes",
                "ro?utes",
                "\"route supp*\"",
                "/supply  routes/",
                "Cs(Us) army",
                "SCORE(3*tank 2*artillery -5*night) >= 5",
                "lang:uk tank",
            })
    void isFalse(String query) {
        assertThat(inASet(query)).isFalse();
    }

    /** The set finds it by its anchors, the query is asked itself: both must say the same. */
    private static boolean inASet(String text) {
        WatchQuery query = WatchQuery.compile(text, ENTITIES);
        boolean matches = !WatchSet.of(List.of(new WatchEntry("a", 1, query)))
                .match(ARTICLE)
                .isEmpty();
        assertThat(query.matches(ARTICLE)).isEqualTo(matches);
        assertThat(query.explain(ARTICLE).holds()).isEqualTo(matches);
        assertThat(query.reasons(ARTICLE, 1).isEmpty()).isEqualTo(!matches);
        return matches;
    }

    @Test
    void nearReportsBothOfThePairThatMadeItTrue() {
        assertThat(WatchQuery.compile("army NEAR/1 tanks", ENTITIES).reasons(ARTICLE, 3))
                .extracting(match -> match.clause() + " " + match.field() + " " + match.start())
                .containsExactly("army BODY 7", "tanks BODY 18");
    }

    @Test
    void saysHowFarApartWhatIsNotNearEnoughStands() {
        Explanation explanation =
                WatchQuery.compile("army THEN/1 night", ENTITIES).explain(ARTICLE);

        assertThat(explanation.nearest()).isEqualTo("3 words between them, and 1 are allowed");
    }

    @Test
    void saysWhichClauseFailedFirst() {
        Explanation explanation =
                WatchQuery.compile("tank ship NOT night", ENTITIES).explain(ARTICLE);

        assertThat(explanation.firstFailure()).map(Explanation::text).contains("ship");
        assertThat(WatchQuery.compile("tank NOT night", ENTITIES)
                        .explain(ARTICLE)
                        .firstFailure())
                .map(Explanation::text)
                .contains("night");
        assertThat(WatchQuery.compile("tank", ENTITIES).explain(ARTICLE).firstFailure())
                .isEmpty();
    }

    @Test
    void saysThatAWordStandsThereInAnotherForm() {
        assertThat(WatchQuery.compile("=tank", ENTITIES).explain(ARTICLE).nearest())
                .isEqualTo("it stands there in another form: Tanks, tanks");
    }

    @Test
    void aScoreSaysWhatItCameTo() {
        assertThat(WatchQuery.compile("SCORE(3*tank 4*ship) >= 6", ENTITIES)
                        .explain(ARTICLE)
                        .nearest())
                .isEqualTo("the score is 3, and 6 is asked for");
    }

    @Test
    void aQueryOfTwoPartsSaysWhichMatched() {
        WatchQuery query = WatchQuery.compile("FOLLOWED(ship, tank, 6h)", ENTITIES);
        WatchSet set = WatchSet.of(List.of(new WatchEntry("a", 1, query)));

        assertThat(set.match(ARTICLE)).extracting(WatchMatch::part).containsExactly(1);
        assertThat(set.watches()).hasSize(1);
        assertThat(set.remove("a")).isTrue();
        assertThat(set.match(ARTICLE)).isEmpty();
    }
}
