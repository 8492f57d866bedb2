package io.vedette.text.claim;

import static io.vedette.text.claim.SmallLexicon.only;
import static io.vedette.text.claim.SmallLexicon.tag;
import static io.vedette.text.claim.SmallLexicon.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Modality;
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

    @Test
    void sharesACueBetweenEvents() {
        List<Claim> claims = tag("The army said that air strikes hit the port and troops moved into the town.");
        assertThat(claims)
                .extracting(Claim::type)
                .containsExactly(ClaimType.AIR_DRONE_STRIKE, ClaimType.FORCE_MOVEMENT);
        assertThat(claims.get(0).cue()).isEqualTo(claims.get(1).cue()).isNotNull();
    }
}
