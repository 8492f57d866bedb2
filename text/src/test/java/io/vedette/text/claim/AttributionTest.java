package io.vedette.text.claim;

import static io.vedette.text.claim.SmallLexicon.only;
import static io.vedette.text.claim.SmallLexicon.tag;
import static io.vedette.text.claim.SmallLexicon.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Modality;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The mayor said that it rained. | The mayor | said | that it rained",
                "The mayor said on Monday that it rained. | The mayor | said | that it rained",
                "The mayor also said it rained. | The mayor | also said | it rained",
                "It rained, the mayor said. | the mayor | said | It rained",
                "It rained, said the mayor. | the mayor | said | It rained",
                "According to the mayor, it rained. | the mayor | According to | it rained",
                "It rained, according to the mayor. | the mayor | according to | It rained",
                "The bridge, according to the mayor, was closed. | the mayor | according to | The bridge, according to the mayor, was closed",
                "Anna Berg, the town's mayor, said that it rained. | Anna Berg, the town's mayor | said | that it rained",
                "In Washington the minister said it rained. | the minister | said | it rained",
                "The mayor told reporters in Bonn that it rained. | The mayor | told | that it rained",
            })
    void findsSourceCueAndContent(String sentence, String source, String cue, String content) {
        Claim claim = only(sentence, "Washington=SETTLEMENT");
        assertThat(claim.type()).isEqualTo(ClaimType.STATEMENT);
        assertThat(words(sentence, claim.source())).isEqualTo(source);
        assertThat(words(sentence, claim.cue())).isEqualTo(cue);
        assertThat(words(sentence, claim.content())).isEqualTo(content);
    }

    @Test
    void keepsQuotationMarksOfEveryKindAndGoesAcrossTheCue() {
        for (String marks : List.of("“”", "\"\"", "«»", "„“")) {
            String text = marks.charAt(0) + "It rained," + marks.charAt(1) + " she said.";
            String content = words(text, only(text).content());
            assertThat(content).isEqualTo(text.substring(0, 12));
        }
        String split = "“It rained,” she said, “and then it stopped.”";
        assertThat(words(split, only(split).content())).isEqualTo(split);
    }

    @Test
    void givesAQuotationOfSeveralSentencesToTheOneWhoEndsIt() {
        String text = "“Our troops moved into the town. We are proud,” the general said.";
        Claim claim = only(text);
        assertThat(claim.type()).isEqualTo(ClaimType.FORCE_MOVEMENT);
        assertThat(words(text, claim.source())).isEqualTo("the general");
    }

    @Test
    void knowsWhomAPronounStandsFor() {
        List<Claim> claims = tag(
                "Ivan Fedorov said that it rained. In addition, he said that it stopped. “It is over,” he added.",
                "Ivan Fedorov=PERSON");
        assertThat(claims).hasSize(3).allSatisfy(claim -> {
            assertThat(claim.sourceMention()).isZero();
            assertThat(claim.sourceEntityId()).isEqualTo("id:Ivan Fedorov");
        });
    }

    @Test
    void prefersTheSpokespersonToTheOffice() {
        Claim claim = only(
                "Ruritania's Defense Ministry spokesperson Rudolf Elf said it rained.",
                "Defense Ministry=AGENCY",
                "Rudolf Elf=PERSON");
        assertThat(claim.sourceMention()).isEqualTo(1);
    }

    @Test
    void leavesNounsInfinitivesAndPassivesAlone() {
        assertThat(tag("The claim was old.")).isEmpty();
        assertThat(tag("They hope to claim that prize.")).isEmpty();
        assertThat(tag("She was told that it rained.")).isEmpty();
        assertThat(tag("He claimed victory.")).isEmpty();
    }

    @Test
    void readsANounOfSayingWithItsOwner() {
        String text = "NATO's claim that it rained went unnoticed.";
        Claim claim = only(text, "NATO=ORGANISATION");
        assertThat(words(text, claim.source())).isEqualTo("NATO");
        assertThat(claim.modality()).isEqualTo(Modality.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The bridge, she said, was closed. | she | said | The bridge, she said, was closed",
                "As the mayor said, it rained. | the mayor | said | it rained",
                "“Why now?” the mayor asked. | the mayor | asked | “Why now?”",
                "The mayor said there were floods. | The mayor | said | there were floods",
                "Nobody knows what the mayor said. | | |",
                "Ms. Berg, 45, a baker from Bonn, Germany, said that it rained. | Ms. Berg, 45, a baker from Bonn, Germany | said | that it rained",
                "Officials who spoke to reporters said it rained. | Officials who spoke to reporters | said | it rained",
                "The aide (a lawyer) said it rained. | The aide (a lawyer) | said | it rained",
                "With the mayor saying it rained, they left. | the mayor | saying | it rained, they left",
                "It rained, said the minister, who was in Bonn. | the minister | said | It rained",
                "The mayor is confident that it rained. | The mayor | is confident | that it rained",
                "A statement by the ministry that it rained went unnoticed. | the ministry | statement by | that it rained went unnoticed",
                "Her support for the plan went unnoticed. | Her | support for | the plan went unnoticed",
                "The plan was praised by the mayor. | the mayor | was praised | The plan",
                "A plan praised by the mayor failed. | the mayor | praised | A plan",
                "The mayor was asked whether it rained. | | was asked | The mayor was asked whether it rained",
                "The bridge was reportedly closed. | | reportedly | The bridge was reportedly closed",
                "In Bonn, 85% of voters said it rained. | 85% of voters | said | it rained",
                "It rained, the mayor told AFP. | the mayor | told | It rained",
                "It had rained, reports say. | reports | say | It had rained",
                "The mayor went on to claim that it rained. | The mayor | went on to claim | that it rained",
                "The flood, which the mayor called, was over. | the mayor | called | The flood",
                "Mayor Says There Were Many Floods | Mayor | Says | There Were Many Floods",
                "She released a letter saying it rained. | She | saying | it rained",
                "The mayor, who last year asked whether it rained, left. | who | asked | whether it rained, left",
                "''It rained,'' Mr. Berg said. | Mr. Berg | said | ''It rained,''",
            })
    void findsSourcesWhereverTheyStand(String sentence, String source, String cue, String content) {
        List<Claim> claims = tag(sentence);
        if (cue == null) {
            assertThat(claims).isEmpty();
            return;
        }
        assertThat(claims).hasSize(1);
        Claim claim = claims.get(0);
        assertThat(words(sentence, claim.source())).isEqualTo(source);
        assertThat(words(sentence, claim.cue())).isEqualTo(cue);
        assertThat(words(sentence, claim.content())).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The insurance claim was old.",
                "He announced plans to leave.",
                "The mayor would say that it rained.",
                "The mayor should have been asked earlier to leave.",
                "He made a long claim about it.",
                "The army left to support for a while.",
                "They refused to say that it rained.",
            })
    void leavesAloneWhatOnlyLooksLikeSaying(String sentence) {
        assertThat(tag(sentence)).allSatisfy(claim -> assertThat(claim.source()).isNull());
    }

    @Test
    void givesASecondVerbTheSubjectOfTheFirst() {
        String text = "The mayor praised the army and said that it rained, adding that it was cold.";
        List<Claim> claims = tag(text);
        assertThat(claims)
                .extracting(claim -> words(text, claim.source()), claim -> words(text, claim.content()))
                .containsExactly(
                        tuple("The mayor", "the army"),
                        tuple("The mayor", "that it rained"),
                        tuple("The mayor", "that it was cold"));
    }

    @Test
    void leavesWhatSomebodyWantsToTheOneWhoTellsIt() {
        String text = "The mayor said that he wants to leave.";
        assertThat(words(text, only(text).cue())).isEqualTo("said");
        String opposite = "He wants to leave, the mayor said.";
        assertThat(words(opposite, only(opposite).cue())).isEqualTo("said");
    }

    @Test
    void takesThePersonOfThePronounsGender() {
        List<Claim> claims = tag(
                "Mr. Ivan Fedorov met Ms. Anna Berg. She said that it rained. He said that it was cold. She added that it stopped.",
                "Ivan Fedorov=PERSON",
                "Anna Berg=PERSON");
        assertThat(claims)
                .extracting(Claim::sourceEntityId)
                .containsExactly("id:Anna Berg", "id:Ivan Fedorov", "id:Anna Berg");
    }

    @Test
    void takesThePersonOfTheRole() {
        List<Claim> claims = tag(
                "Prime Minister Ivan Fedorov met Anna Berg, the governor of Ruritania. The minister said that it rained."
                        + " The governor said that it was cold. The gardener said that it stopped.",
                "Ivan Fedorov=PERSON",
                "Anna Berg=PERSON");
        assertThat(claims).extracting(Claim::sourceEntityId).containsExactly("id:Ivan Fedorov", "id:Anna Berg", null);
    }

    @Test
    void keepsANestedSource() {
        String text = "The Post said that officials claimed that it rained.";
        assertThat(tag(text, "The Post=MEDIA"))
                .extracting(claim -> words(text, claim.source()))
                .containsExactly("The Post", "officials");
    }

    @Test
    void readsASpeakerBeforeAColon() {
        String text = "Ivan Fedorov: It rained.";
        Claim claim = only(text, "Ivan Fedorov=PERSON");
        assertThat(claim.sourceMention()).isZero();
        assertThat(words(text, claim.content())).isEqualTo("It rained");
    }

    @Test
    void staysLinearInMillionsOfMarks() {
        for (String piece : List.of("“", "“a ", "a, ", "said, ", "(", "he said “", "''", "who said ", "x said and ")) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), () -> tag(text)))
                    .as(piece)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void sharesACueBetweenEvents() {
        List<Claim> claims = tag("The army said that air strikes hit the port and troops moved into the town.");
        assertThat(claims)
                .extracting(Claim::type)
                .containsExactly(ClaimType.AIR_DRONE_STRIKE, ClaimType.FORCE_MOVEMENT);
        assertThat(claims.get(0).cue()).isEqualTo(claims.get(1).cue()).isNotNull();
    }
}
