package io.vedette.text.watch;

import static io.vedette.text.watch.Articles.ENTITIES;
import static io.vedette.text.watch.Articles.claim;
import static io.vedette.text.watch.Articles.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchQueryTest {

    private static final String NEWS =
            "Russia's forces cut supply-routes near Melitopol. Café owners (and Putin) left.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "force",
                "FORCES",
                "supply route",
                "supply AND route",
                "\"supply routes\"",
                "supply-route",
                "\"russia forces\"",
                "\"Russia's force\"",
                "cafe",
                "CAFÉ",
                "\"cafe owner putin\" OR \"owners and putin\"",
                "=forces",
                "and",
                "tank OR force",
                "force NOT tank",
                "NOT tank force",
                "NOT (tank OR ship) force",
                "NOT NOT force",
                "NOT (NOT force OR tank)",
                "(((force)))",
                "“supply routes”",
            })
    void matches(String query) {
        assertThat(WatchQuery.compile(query, ENTITIES).matches(Articles.of(NEWS)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tank",
                "=force",
                "\"routes supply\"",
                "\"supply near\"",
                "force tank",
                "force NOT supply",
                "force NOT (tank OR supply)",
                "(force OR tank) ship",
                "actor:Putin",
                "place:Melitopol",
                "claim:WITHDRAWAL",
            })
    void doesNotMatch(String query) {
        assertThat(WatchQuery.compile(query, ENTITIES).matches(Articles.of(NEWS)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tank OR ship AND force, false",
        "force OR tank AND ship, true",
        "force OR tank ship, true",
        "NOT force OR supply, true",
        "(force OR tank) AND ship, false",
        "supply NOT tank force, true",
        "supply NOT (tank force), true",
        "supply NOT force OR near, true",
    })
    void bindsNotTighterThanAndAndAndTighterThanOr(String query, boolean expected) {
        // Beside a word that is there, because a NOT alone would be refused.
        assertThat(WatchQuery.compile("near (" + query + ")", ENTITIES).matches(Articles.of(NEWS)))
                .isEqualTo(expected);
    }

    @Test
    void stemsByTheLanguageOfTheArticle() {
        WatchQuery query = WatchQuery.compile("танки", ENTITIES);

        assertThat(query.matches(inLanguage("ru", "Колонна танков"))).isTrue();
        assertThat(query.matches(inLanguage("und", "Колонна танков"))).isFalse();
    }

    @Test
    void treatsLettersAsOneThatWritersUseInterchangeably() {
        assertThat(WatchQuery.compile("Орёл", ENTITIES).matches(inLanguage("ru", "город орел")))
                .isTrue();
    }

    @Test
    void aPhraseDoesNotSpanTitleAndBody() {
        WatchQuery query = WatchQuery.compile("\"tank army\"", ENTITIES);

        assertThat(query.matches(Articles.of("The tank", "army left", "en", List.of(), List.of())))
                .isFalse();
        assertThat(query.matches(Articles.of("The tank army", "left", "en", List.of(), List.of())))
                .isTrue();
    }

    @Test
    void findsAnActorByAnyNameAndSaysWhichStoodThere() {
        String body = "Vladimir Putin left.";
        MatchableArticle article =
                mentioning(body, mention(body, "Vladimir Putin", MentionType.PERSON, "person-putin"));

        assertThat(WatchQuery.compile("actor:PUTIN", ENTITIES).reasons(article, 3))
                .containsExactly(new ClauseMatch(
                        "actor:PUTIN",
                        Field.BODY,
                        0,
                        14,
                        "Vladimir Putin",
                        "Vladimir Putin",
                        "person-putin",
                        "Name of person-putin",
                        null,
                        0,
                        0.9,
                        "test",
                        null));
        assertThat(WatchQuery.compile("place:Ukraine", ENTITIES).matches(article))
                .isFalse();
    }

    @Test
    void aPlaceIsFoundByWhatLiesInsideItAndNotTheOtherWayRound() {
        String body = "Shots in Melitopol";
        MatchableArticle article = mentioning(body, mention(body, "Melitopol", MentionType.SETTLEMENT, "p-melitopol"));

        assertThat(WatchQuery.compile("place:Ukraine", ENTITIES).matches(article))
                .isTrue();
        assertThat(WatchQuery.compile("place:Melitopol", ENTITIES).matches(article))
                .isTrue();
        assertThat(WatchQuery.compile("place:Kharkiv OR place:Russia", ENTITIES).matches(article))
                .isFalse();
    }

    @Test
    void aPeopleIsNoPlaceAndAnUnknownNoEntity() {
        String body = "Ukrainian police near the Old Mill";
        MatchableArticle article = mentioning(
                body,
                mention(body, "Ukrainian", MentionType.DEMONYM, "c-ua"),
                mention(body, "Old Mill", MentionType.FACILITY, null));

        assertThat(WatchQuery.compile("place:Ukraine", ENTITIES).matches(article))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ASSERTED, false, true",
        "DENIED, false, true",
        "POSSIBLE, false, true",
        "FUTURE, false, false",
        "CONDITIONAL, false, false",
        "ASSERTED, true, false",
    })
    void aClaimCountsUnlessItIsHistoryOrStillToCome(Modality modality, boolean background, boolean expected) {
        String body = "They took the town.";
        MatchableArticle article = claiming(body, claim(body, ClaimType.TERRITORY_CONTROL, modality, background, null));

        assertThat(WatchQuery.compile("claim:territory_control", ENTITIES).matches(article))
                .isEqualTo(expected);
    }

    @Test
    void aClaimIsShownByTheWordsThatDecidedItsType() {
        String body = "They took the town.";
        MatchableArticle article = claiming(
                body,
                claim(body, ClaimType.TERRITORY_CONTROL, Modality.ASSERTED, false, new Span(5, 9)),
                claim(body, ClaimType.TERRITORY_CONTROL, Modality.DENIED, false, null));

        assertThat(WatchQuery.compile("claim:TERRITORY_CONTROL", ENTITIES).reasons(article, 3))
                .extracting(ClauseMatch::words, ClauseMatch::claimIndex)
                .containsExactly(tuple("took", 0), tuple(body, 1));
    }

    @Test
    void reportsTheBranchesThatAreTrueAndOfThoseTheFirstPlaces() {
        String body = "A tank, tanks, the tank and a supply route; no ship.";
        MatchableArticle article = Articles.of("Tanks", body, "en", List.of(), List.of());

        assertThat(WatchQuery.compile("(tank OR plane OR (route plane) OR \"supply route\") NOT drone", ENTITIES)
                        .reasons(article, 3))
                .extracting(match -> match.clause() + " " + match.field() + " " + match.start() + " " + match.words())
                .containsExactly(
                        "tank TITLE 0 Tanks",
                        "tank BODY 2 tank",
                        "tank BODY 8 tanks",
                        "\"supply route\" BODY 30 supply route");
    }

    @Test
    void givesNoReasonsWhereItDoesNotMatch() {
        assertThat(WatchQuery.compile("force tank", ENTITIES).reasons(Articles.of(NEWS), 3))
                .isEmpty();
    }

    @Test
    void toStringIsTheQueryAsItWasGiven() {
        assertThat(WatchQuery.compile(" ( Tank )  OR x", ENTITIES)).hasToString(" ( Tank )  OR x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tank AND (Army) | tank army",
                "((a b) c) OR (d OR e) | a b c OR d OR e",
                "(a OR b) AND c | (a OR b) c",
                "a NOT((b)) | a NOT b",
                "a NOT (b  c) | a NOT (b c)",
                "\"Supply   ROUTES\" | \"supply routes\"",
                "\"Tank\" | tank",
                "=Tank | =tank",
                "supply-routes | \"supply routes\"",
                "Actor:Putin | actor:\"putin\"",
                "place:\" Melitopol \" | place:\"melitopol\"",
                "claim:withdrawal | claim:WITHDRAWAL",
                "\"AND\" x | and x",
            })
    void normalisesCaseSpacingAndNeedlessParentheses(String query, String normalised) {
        assertThat(WatchQuery.compile(query, ENTITIES).normalised()).isEqualTo(normalised);
        assertThat(WatchQuery.compile(normalised, ENTITIES).normalised()).isEqualTo(normalised);
    }

    private static MatchableArticle inLanguage(String language, String body) {
        return Articles.of("", body, language, List.of(), List.of());
    }

    private static MatchableArticle mentioning(String body, Mention... mentions) {
        return Articles.of("", body, "en", List.of(mentions), List.of());
    }

    private static MatchableArticle claiming(String body, Claim... claims) {
        return Articles.of("", body, "en", List.of(), List.of(claims));
    }
}
