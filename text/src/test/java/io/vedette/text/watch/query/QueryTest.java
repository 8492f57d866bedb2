package io.vedette.text.watch.query;

import static io.vedette.text.watch.query.SomeNames.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.QuantityKind;
import io.vedette.text.watch.query.Expression.Comparison;
import io.vedette.text.watch.query.Expression.Form;
import io.vedette.text.watch.query.Expression.Role;
import io.vedette.text.watch.query.Expression.Scheme;
import io.vedette.text.watch.query.Expression.Stretch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a query means, clause by clause. */
class QueryTest {

    private static final Set<Modality> NEWS = Set.of(Modality.ASSERTED, Modality.DENIED, Modality.POSSIBLE);

    @Test
    void wordsAreStemmedExactOrOfTheirCase() {
        assertThat(read("Tanks")).isEqualTo(new Expression.Word("Tanks", "tanks", Form.STEM));
        assertThat(read("=Tanks")).isEqualTo(new Expression.Word("=Tanks", "tanks", Form.EXACT));
        assertThat(read("Cs(US)")).isEqualTo(new Expression.Word("Cs(US)", "US", Form.CASE));
        assertThat(read("Cs(\"US Army\")"))
                .isEqualTo(new Expression.Phrase(
                        "Cs(\"US Army\")",
                        List.of(
                                new Expression.Word("US", "US", Form.CASE),
                                new Expression.Word("Army", "Army", Form.CASE))));
        assertThat(read("=\"Black Sea\""))
                .isEqualTo(new Expression.Phrase(
                        "=\"Black Sea\"",
                        List.of(
                                new Expression.Word("black", "black", Form.EXACT),
                                new Expression.Word("sea", "sea", Form.EXACT))));
    }

    @Test
    void wildcardsStandAloneAndInPhrases() {
        assertThat(read("Supp*")).isEqualTo(new Expression.Wildcard("Supp*", "supp*"));
        assertThat(read("*grad")).isEqualTo(new Expression.Wildcard("*grad", "*grad"));
        assertThat(read("T?nk**")).isEqualTo(new Expression.Wildcard("T?nk**", "t?nk*"));
        assertThat(read("\"supp* route?\""))
                .isEqualTo(new Expression.Phrase(
                        "\"supp* route?\"",
                        List.of(
                                new Expression.Wildcard("supp*", "supp*"),
                                new Expression.Wildcard("route?", "route?"))));
        assertThat(read("\"long supp*\""))
                .isEqualTo(new Expression.Phrase(
                        "\"long supp*\"",
                        List.of(
                                new Expression.Word("long", "long", Form.STEM),
                                new Expression.Wildcard("supp*", "supp*"))));
    }

    @Test
    void aRegularExpressionStandsBetweenSlashesAndMayHaveSpacesAndParentheses() {
        assertThat(read("/(su|mig)-\\d+ jets?\\/s/"))
                .isEqualTo(new Expression.Regex("/(su|mig)-\\d+ jets?\\/s/", "(su|mig)-\\d+ jets?\\/s"));
    }

    @Test
    void nearBindsTighterThanNotAndChains() {
        assertThat(read("a NEAR/5 b THEN/0 c"))
                .isEqualTo(
                        new Expression.Near(new Expression.Near(word("a"), word("b"), 5, false), word("c"), 0, true));
        assertThat(read("x NOT a NEAR/5 (b OR c)"))
                .isEqualTo(new Expression.All(List.of(
                        word("x"),
                        new Expression.Not(new Expression.Near(
                                word("a"), new Expression.Any(List.of(word("b"), word("c"))), 5, false)))));
        assertThat(read("ATLEAST/3 a b"))
                .isEqualTo(new Expression.All(List.of(new Expression.AtLeast(3, word("a")), word("b"))));
    }

    @Test
    void stretchesHoldWholeConditions() {
        Expression both = new Expression.All(List.of(word("a"), new Expression.Not(word("b"))));

        assertThat(read("SENTENCE(a NOT b)")).isEqualTo(new Expression.Within(Stretch.SENTENCE, both));
        assertThat(read("PARAGRAPH(a NOT b)")).isEqualTo(new Expression.Within(Stretch.PARAGRAPH, both));
        assertThat(read("title:(a NOT b)")).isEqualTo(new Expression.Within(Stretch.TITLE, both));
        assertThat(read("title:a b"))
                .isEqualTo(new Expression.All(List.of(new Expression.Within(Stretch.TITLE, word("a")), word("b"))));
    }

    @Test
    void aScoreHasWeightsAndAThreshold() {
        assertThat(read("SCORE(3*tank 2.5*(a OR b) -5*\"video game\", c) >= 6"))
                .isEqualTo(new Expression.Score(
                        List.of(
                                new Expression.Weighted(3, word("tank")),
                                new Expression.Weighted(2.5, new Expression.Any(List.of(word("a"), word("b")))),
                                new Expression.Weighted(
                                        -5,
                                        new Expression.Phrase("\"video game\"", List.of(word("video"), word("game")))),
                                new Expression.Weighted(1, word("c"))),
                        6));
    }

    @Test
    void actorsArePeopleTypesAndStates() {
        assertThat(read("actor:Putin[confidence>=0.8]"))
                .isEqualTo(new Expression.Actor("actor:Putin[confidence>=0.8]", "Putin", Set.of("person-putin"), 0.8));
        assertThat(read("actor:#RU.mil"))
                .isEqualTo(new Expression.Actor("actor:#RU.mil", "#RU.mil", Set.of("RU.mil"), 0));
        assertThat(read("actor.type:military_unit"))
                .isEqualTo(new Expression.ActorOfType("actor.type:military_unit", MentionType.MILITARY_UNIT));
        assertThat(read("actor.country:ru")).isEqualTo(new Expression.ActorOfCountry("actor.country:ru", "RU"));
    }

    @Test
    void placesAreNamesCountriesCirclesAndBoxes() {
        assertThat(read("place:Melitopol"))
                .isEqualTo(new Expression.Place("place:Melitopol", "Melitopol", Set.of("s-melitopol"), true, 0));
        assertThat(read("country:Ukraine")).isEqualTo(new Expression.InCountry("country:Ukraine", "UA", 0));
        assertThat(read("RADIUS(50km, 46.85, -35.37)"))
                .isEqualTo(new Expression.InRadius("RADIUS(50km, 46.85, -35.37)", 50, 46.85, -35.37));
        assertThat(((Expression.InRadius) read("RADIUS(10mi, 46, 35)")).kilometres())
                .isCloseTo(16.09344, within(1e-9));
        assertThat(read("BBOX(46,170,47.5,-170)"))
                .isEqualTo(new Expression.InBox("BBOX(46,170,47.5,-170)", 46, 170, 47.5, -170));
        assertThat(read("place:(Kherson OR \"Melitopol\")"))
                .isEqualTo(new Expression.Any(List.of(
                        new Expression.Place("place:Kherson", "Kherson", Set.of("a-kherson"), true, 0),
                        new Expression.Place("place:\"Melitopol\"", "Melitopol", Set.of("s-melitopol"), true, 0))));
    }

    @Test
    void ofPlacesOfOneNameTheAreaOfTheOthersIsMeantOrOneFarBetterKnown() {
        assertThat(((Expression.Place) read("place:Kherson")).ids()).containsExactly("a-kherson");
        assertThat(((Expression.Place) read("=place:Kherson")).ids())
                .containsExactlyInAnyOrder("a-kherson", "s-kherson");
        assertThat(((Expression.Place) read("place:Moscow")).ids()).containsExactly("s-moscow");
        assertThatThrownBy(() -> read("place:Newport"))
                .hasMessage("column 7: Newport may be any of 2; write which one:"
                        + " place:#s-newport (Newport, settlement in Wales, United Kingdom),"
                        + " place:#s-newport-2 (Newport, settlement in Rhode Island, United States)");
        assertThat(((Expression.Place) read("place:#s-newport-2")).ids()).containsExactly("s-newport-2");
    }

    @Test
    void aClaimHasItsConditionsInOne() {
        String query = "claim(type:TERRITORY_CONTROL actor.country:RU place:Kupiansk modality:ASSERTED"
                + " by:\"Ukraine's General Staff\")";

        assertThat(read(query))
                .isEqualTo(new Expression.Reported(
                        query,
                        new Expression.All(List.of(
                                new Expression.ClaimOfType("type:TERRITORY_CONTROL", ClaimType.TERRITORY_CONTROL),
                                new Expression.ActorOfCountry("actor.country:RU", "RU"),
                                new Expression.Place("place:Kupiansk", "Kupiansk", Set.of("s-kupiansk"), true, 0),
                                new Expression.ClaimModality("modality:ASSERTED", Modality.ASSERTED),
                                new Expression.SaidBy(
                                        "by:\"Ukraine's General Staff\"", "Ukraine's General Staff", Set.of()))),
                        NEWS,
                        false));
    }

    @Test
    void whatElseThanNewsIsOnlyMeantWhenItIsSpokenOf() {
        assertThat(reported("claim:WITHDRAWAL").modalities()).isEqualTo(NEWS);
        assertThat(reported("claim:WITHDRAWAL").backgroundToo()).isFalse();
        assertThat(reported("claim(a OR modality:FUTURE)").modalities())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Modality.CONDITIONAL)));
        assertThat(reported("claim(NOT modality:DENIED)").modalities()).isEqualTo(NEWS);
        assertThat(reported("claim(a background:no)").backgroundToo()).isFalse();
        assertThat(reported("background:yes").backgroundToo()).isTrue();
    }

    @Test
    void aClauseOfAClaimStandsForItOutside() {
        assertThat(reported("said-by:\"General Staff of Ukraine\"").condition())
                .isEqualTo(new Expression.SaidBy(
                        "said-by:\"General Staff of Ukraine\"", "General Staff of Ukraine", Set.of("UA.gs")));
        assertThat(reported("modality:DENIED").condition())
                .isEqualTo(new Expression.ClaimModality("modality:DENIED", Modality.DENIED));
        assertThat(reported("claim.plover:ASSAULT").condition())
                .isEqualTo(new Expression.ClaimCoded("claim.plover:ASSAULT", Scheme.PLOVER, "ASSAULT"));
        assertThat(reported("acled:\"armed clash\"").condition())
                .isEqualTo(new Expression.ClaimCoded("acled:\"armed clash\"", Scheme.ACLED, "Armed clash"));
        assertThat(reported("cameo:190").condition())
                .isEqualTo(new Expression.ClaimCoded("cameo:190", Scheme.CAMEO, "190"));
        assertThat(reported("subtype:air-strike").condition())
                .isEqualTo(new Expression.ClaimOfSubtype("subtype:air-strike", "air-strike"));
        assertThat(reported("agent.country:RU").condition())
                .isEqualTo(new Expression.InRole(
                        "agent.country:RU", Role.AGENT, new Expression.ActorOfCountry("agent.country:RU", "RU")));
        assertThat(reported("target:Putin").condition())
                .isEqualTo(new Expression.InRole(
                        "target:Putin",
                        Role.TARGET,
                        new Expression.Actor("target:Putin", "Putin", Set.of("person-putin"), 0)));
    }

    @Test
    void comparesTimesDaysAndNumbers() {
        assertThat(reported("when>=-3d").condition())
                .isEqualTo(new Expression.Happened("when>=-3d", Comparison.AT_LEAST, null, Duration.ofDays(3)));
        assertThat(reported("when < 2024-02-24").condition())
                .isEqualTo(
                        new Expression.Happened("when < 2024-02-24", Comparison.LESS, LocalDate.of(2024, 2, 24), null));
        assertThat(reported("casualties>=10").condition())
                .isEqualTo(new Expression.Counted(
                        "casualties>=10",
                        Set.of(QuantityKind.CASUALTIES, QuantityKind.KILLED, QuantityKind.WOUNDED),
                        Comparison.AT_LEAST,
                        10));
        assertThat(reported("displaced > 10000").condition())
                .isEqualTo(new Expression.Counted(
                        "displaced > 10000", Set.of(QuantityKind.DISPLACED), Comparison.MORE, 10_000));
        assertThat(read("age<2d")).isEqualTo(new Expression.Aged("age<2d", Comparison.LESS, Duration.ofDays(2)));
        assertThat(read("age =tank"))
                .isEqualTo(new Expression.All(List.of(word("age"), new Expression.Word("=tank", "tank", Form.EXACT))));
    }

    @Test
    void asksForOutletHostAndLanguage() {
        assertThat(read("source:\"BBC News\"")).isEqualTo(new Expression.FromSource("source:\"BBC News\"", "BBC News"));
        assertThat(read("domain:News.Example.org"))
                .isEqualTo(new Expression.FromDomain("domain:News.Example.org", "news.example.org"));
        assertThat(read("lang:UK")).isEqualTo(new Expression.InLanguage("lang:UK", "uk"));
    }

    @Test
    void asksOverTimeAtTheTop() {
        assertThat(overTime("COUNT(a OR b, 1h) >= 5"))
                .isEqualTo(
                        new OverTime.Count(new Expression.Any(List.of(word("a"), word("b"))), Duration.ofHours(1), 5));
        assertThat(overTime("SPIKE(a (b, c),1h,2.5)"))
                .isEqualTo(new OverTime.Spike(
                        new Expression.All(List.of(word("a"), word("b"), word("c"))), Duration.ofHours(1), 2.5));
        assertThat(overTime("FIRST(a, 4w)")).isEqualTo(new OverTime.First(word("a"), Duration.ofDays(28)));
        assertThat(overTime("FOLLOWED(a, b, 90m)"))
                .isEqualTo(new OverTime.Followed(word("a"), word("b"), Duration.ofMinutes(90)));
        assertThat(overTime("SILENCE(a, 12h)")).isEqualTo(new OverTime.Silence(word("a"), Duration.ofHours(12)));
        assertThat(overTime("CORROBORATED(a, 3)")).isEqualTo(new OverTime.Corroborated(word("a"), 3));
        assertThat(overTime("CONFLICT(a)")).isEqualTo(new OverTime.Conflict(word("a")));
        assertThat(Query.parse("FOLLOWED(a, b, 6h)", NAMES).parts()).containsExactly(word("a"), word("b"));
    }

    private static Expression read(String query) {
        return Query.parse(query, NAMES).parts().get(0);
    }

    private static Expression.Reported reported(String query) {
        return (Expression.Reported) read(query);
    }

    private static OverTime overTime(String query) {
        return Query.parse(query, NAMES).overTime();
    }

    private static Expression.Word word(String word) {
        return new Expression.Word(word, word, Form.STEM);
    }
}
