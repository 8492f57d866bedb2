package io.vedette.alerts.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.alerts.view.AlertHit;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BriefMakerTest {

    private static final String SHELLED =
            "Russian forces shelled Kherson before dawn, regional governor Oleksandr Prokudin said on Monday.";
    private static final String SHELLED_TOO = "Artillery fire hit several streets of Kherson in the early morning."
            + " Residents heard explosions for two hours, and Russian forces shelled Kherson again at nine.";

    @Test
    void whatTwoIndependentTextsAssertIsConfirmedAndSaysWhoSaysSo() {
        Brief brief = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson shelled", SHELLED)
                .article("a2", "AFP", "06:40", "Explosions in Kherson", SHELLED_TOO)
                .alert("x1", "s1", "a1", "a2")
                .brief();

        assertThat(brief.places()).singleElement().satisfies(place -> {
            assertThat(place.name()).isEqualTo("Kherson");
            assertThat(place.country()).isEqualTo("UA");
            assertThat(place.claims()).allMatch(BriefClaim::confirmed).anySatisfy(claim -> {
                assertThat(claim.type()).isEqualTo("SHELLING_MISSILE");
                assertThat(claim.who()).isEqualTo("Oleksandr Prokudin");
                assertThat(claim.attributed()).isTrue();
                assertThat(claim.how()).isEqualTo("ASSERTED");
                assertThat(claim.text()).isEqualTo(SHELLED);
                assertThat(claim.at()).isEqualTo("2026-11-23T06:09:00Z");
                assertThat(claim.alertIds()).containsExactly("x1");
                assertThat(claim.independentTexts()).isEqualTo(2);
                assertThat(claim.articles())
                        .singleElement()
                        .extracting(BriefArticle::outlet)
                        .isEqualTo("Reuters");
            });
        });
        assertThat(brief.title()).isEqualTo("Brief: 23 November 2026, 06:00 to 18:00 UTC");
        assertThat(brief.alerts()).isEqualTo(1);
        assertThat(brief.articles()).isEqualTo(2);
        assertThat(brief.others()).isEmpty();
    }

    @Test
    void copiesOfATextConfirmNothing() {
        String text = SHELLED + " Two people were taken to hospital, and a school was damaged. Power went out in"
                + " parts of the city, the governor wrote, and crews were at work to bring it back by noon.";
        Brief brief = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson shelled", text)
                .article("a2", "Morning Post", "06:40", "Shelling in Kherson", text)
                .alert("x1", "s1", "a1", "a2")
                .brief();

        assertThat(brief.places()).isEmpty();
        assertThat(brief.unconfirmed())
                .anySatisfy(claim -> {
                    assertThat(claim.type()).isEqualTo("SHELLING_MISSILE");
                    assertThat(claim.independentTexts()).isEqualTo(1);
                    assertThat(claim.articles())
                            .extracting(BriefArticle::outlet)
                            .containsExactly("Reuters", "Morning Post");
                })
                .noneMatch(BriefClaim::confirmed);
    }

    @Test
    void aForwardedMessageIsNoSecondText() {
        Origin forwarded = Origin.newBuilder()
                .setForwardOf("https://a1.example.org/story?a=1&b=2")
                .build();
        Brief brief = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson shelled", SHELLED)
                .article("a2", "A channel", "06:40", "", SHELLED_TOO, forwarded)
                .alert("x1", "s1", "a1", "a2")
                .brief();

        assertThat(brief.places()).isEmpty();
    }

    @Test
    void textsOfDifferentStoriesDoNotConfirmEachOther() {
        Brief brief = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson shelled", SHELLED)
                .article("a2", "AFP", "16:40", "Explosions in Kherson", SHELLED_TOO)
                .alert("x1", "s1", "a1")
                .alert("x2", "s2", "a2")
                .brief();

        assertThat(brief.places()).isEmpty();
        assertThat(brief.unconfirmed()).extracting(BriefClaim::alertIds).contains(List.of("x1"), List.of("x2"));
    }

    @Test
    void whatIsOnlyPossibleIsUnconfirmedHoweverManySaySo() {
        Brief brief = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson", "Russian forces may withdraw from Kherson.")
                .article(
                        "a2",
                        "AFP",
                        "06:40",
                        "Kherson",
                        "Analysts see signs of a change. Russian forces may withdraw from Kherson within weeks.")
                .alert("x1", "s1", "a1", "a2")
                .brief();

        assertThat(brief.places()).isEmpty();
        assertThat(brief.unconfirmed()).anySatisfy(claim -> {
            assertThat(claim.type()).isEqualTo("WITHDRAWAL");
            assertThat(claim.how()).isEqualTo("POSSIBLE");
        });
    }

    @Test
    void whatOneAssertsAndAnotherDeniesIsAConflict() {
        Brief brief = new Wire()
                .article(
                        "a1",
                        "Reuters",
                        "07:10",
                        "Withdrawal",
                        "Russian forces withdrew from Kherson, Oleksandr Prokudin said.")
                .article(
                        "a2",
                        "TASS",
                        "08:40",
                        "Denial",
                        "Igor Konashenkov denied that Russian forces withdrew from Kherson.")
                .alert("x1", "s1", "a1")
                .alert("x2", "s2", "a2")
                .brief();

        assertThat(brief.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(BriefConflict.Kind.OPPOSITE);
            assertThat(conflict.place()).isEqualTo("Kherson");
            assertThat(conflict.about()).isEqualTo("withdrawal");
            assertThat(conflict.sides())
                    .extracting(
                            BriefConflict.BriefSide::who,
                            BriefConflict.BriefSide::how,
                            BriefConflict.BriefSide::articleId)
                    .containsExactly(
                            tuple("Oleksandr Prokudin", "ASSERTED", "a1"), tuple("Igor Konashenkov", "DENIED", "a2"));
        });
    }

    @Test
    void figuresThatCannotBothBeRightAreAConflictAndRisingOnesOfOneSourceAreNone() {
        Wire wire = new Wire()
                .article("a1", "Reuters", "07:10", "Attack", "Shelling killed three people in Kherson.")
                .article("a2", "AFP", "08:40", "Attack", "Shelling killed seven people in Kherson on Monday.")
                .alert("x1", "s1", "a1", "a2");

        assertThat(wire.brief().conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(BriefConflict.Kind.FIGURES);
            assertThat(conflict.about()).isEqualTo("killed");
            assertThat(conflict.sides())
                    .extracting(BriefConflict.BriefSide::who)
                    .containsExactly("Reuters", "AFP");
            assertThat(conflict.sides().get(0).figure()).startsWith("three");
            assertThat(conflict.sides().get(1).figure()).startsWith("seven");
        });

        Brief rising = new Wire()
                .article("a1", "Reuters", "07:10", "Attack", "Shelling killed three people in Kherson.")
                .article("a2", "Reuters", "08:40", "Attack", "Shelling killed seven people in Kherson on Monday.")
                .alert("x1", "s1", "a1", "a2")
                .brief();
        assertThat(rising.conflicts()).isEmpty();
    }

    @Test
    void historyIsLeftOutAndCounted() {
        Brief brief = new Wire()
                .article(
                        "a1",
                        "Reuters",
                        "07:10",
                        "Kherson",
                        "Russian forces shelled Kherson on Monday. Russian forces withdrew from Kherson in November 2022.")
                .alert("x1", "s1", "a1")
                .brief();

        assertThat(all(brief))
                .extracting(BriefClaim::type)
                .contains("SHELLING_MISSILE")
                .doesNotContain("WITHDRAWAL");
        assertThat(brief.leftOut().background()).isEqualTo(1);
    }

    @Test
    void anAlertWhoseArticleClaimsNothingIsToldOfAllTheSame() {
        Brief brief = new Wire()
                .article("a1", "Reuters", "07:10", "Timetable of the buses", "The number 9 leaves at noon.")
                .alert("x1", "s1", "a1")
                .alert(new AlertHit(
                        Alert.newBuilder()
                                .setId("x2")
                                .setWatchId("south")
                                .setKind("SILENCE")
                                .setHeadline("Nothing since yesterday")
                                .build(),
                        Wire.FROM,
                        null))
                .brief();

        assertThat(all(brief)).isEmpty();
        assertThat(brief.others()).extracting(BriefAlert::id).containsExactly("x2", "x1");
        assertThat(brief.others().get(0).article()).isNull();
    }

    @Test
    void whatWasToldInEarlierHoursOnlyCorroborates() {
        Brief brief = new Wire()
                .article("a1", "Reuters", "04:10", "Kherson shelled", SHELLED)
                .article("a2", "AFP", "06:40", "Explosions in Kherson", SHELLED_TOO)
                .alert("x2", "s1", "a2", "a1")
                .brief();

        assertThat(all(brief))
                .filteredOn(claim -> "shelling".equals(claim.subtype()))
                .isNotEmpty()
                .allMatch(BriefClaim::confirmed)
                .extracting(claim -> claim.articles().get(0).id())
                .containsOnly("a2");
    }

    @Test
    void ofTooManyClaimsTheWeightiestAreToldAndNoAlertIsMissing() {
        Wire wire = new Wire()
                .article("a1", "Reuters", "06:10", "Kherson shelled", SHELLED)
                .article("a2", "Morning Post", "06:40", "Weather", "\"It will rain in Kherson,\" the mayor said.")
                .alert("x1", "s1", "a1")
                .alert("x2", "s2", "a2");
        Brief whole = wire.brief();
        assertThat(whole.leftOut().further()).isZero();

        Brief brief = BriefMaker.of(wire.material(1));

        assertThat(all(brief)).singleElement().extracting(BriefClaim::type).isEqualTo("SHELLING_MISSILE");
        assertThat(brief.leftOut().further()).isEqualTo(all(whole).size() - 1);
        assertThat(brief.others()).extracting(BriefAlert::id).containsExactly("x2");
        assertThat(BriefMarkdown.of(brief, "")).contains("of less weight");
    }

    @Test
    void ofARestrictedTextOnlyTheTitleIsTold() {
        Origin origin = Origin.newBuilder().setTextDelivery("NONE").build();
        Brief brief = new Wire()
                .article("a1", "Agency", "06:10", "Morning report", SHELLED, origin)
                .alert("x1", "s1", "a1")
                .brief();

        assertThat(brief.unconfirmed()).isNotEmpty().allSatisfy(claim -> assertThat(claim.text())
                .isEqualTo("Morning report"));
        assertThat(BriefMarkdown.of(brief, "")).doesNotContain("before dawn");
    }

    private static List<BriefClaim> all(Brief brief) {
        return Stream.concat(
                        brief.places().stream().flatMap(place -> place.claims().stream()), brief.unconfirmed().stream())
                .toList();
    }
}
