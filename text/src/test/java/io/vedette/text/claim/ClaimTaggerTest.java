package io.vedette.text.claim;

import static io.vedette.text.claim.SmallLexicon.only;
import static io.vedette.text.claim.SmallLexicon.tag;
import static io.vedette.text.claim.SmallLexicon.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Modality;
import io.vedette.text.language.TokenizedDocument;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTaggerTest {

    @Test
    void saysWhatHappenedWhereAndByWhichRule() {
        String text = "It rained. The army captured Bonn on Monday.";
        Claim claim = only(text, "Bonn=SETTLEMENT", "army=ARMED_FORCE");
        assertThat(claim.type()).isEqualTo(ClaimType.TERRITORY_CONTROL);
        assertThat(text.substring(claim.start(), claim.end())).isEqualTo("The army captured Bonn on Monday.");
        assertThat(words(text, claim.trigger())).isEqualTo("captured Bonn");
        assertThat(claim.plover()).isEqualTo("ASSAULT");
        assertThat(claim.acled()).isNull();
        assertThat(claim.actors()).containsExactly(0);
        assertThat(claim.places()).containsExactly(1);
        assertThat(claim.rule()).isEqualTo("territory-taken: capture~|captured .. <place>");
        assertThat(claim.when()).isNotNull();
        assertThat(claim.when().from()).isEqualTo(LocalDate.of(2022, 9, 12));
        assertThat(claim.source()).isNull();
        assertThat(claim.cue()).isNull();
        assertThat(claim.content()).isNull();
    }

    @Test
    void takesNothingForAnEventAmongWordsOfSport() {
        assertThat(tag("The army captured Bonn at the far post in the league.", "Bonn=SETTLEMENT"))
                .isEmpty();
        assertThat(tag("The army captured Bonn, a football league base, at the post.", "Bonn=SETTLEMENT"))
                .as("words side by side are one sign, and half a phrase is none")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Air strikes hit the port. | ASSERTED",
                "Air strikes will follow. | ASSERTED",
                "There will be air strikes. | FUTURE",
                "There may be air strikes. | POSSIBLE",
                "If air strikes resume they leave. | CONDITIONAL",
                "There was no indication of air strikes. | DENIED",
                "The ministry denied air strikes. | DENIED",
                "The ministry denied that there may be air strikes. | DENIED",
                "It may rain, and air strikes hit the port. | ASSERTED",
            })
    void saysHowAnEventIsPut(String sentence, Modality modality) {
        assertThat(only(sentence).modality()).isEqualTo(modality);
    }

    @Test
    void marksHistory() {
        assertThat(only("The anniversary of the air strikes was marked.").background())
                .isTrue();
        assertThat(only("Air strikes hit the port in 2014.").background()).isTrue();
        assertThat(only("Air strikes have hit the port since 2014.").background())
                .isFalse();
        assertThat(only("Air strikes hit the port.").background()).isFalse();
    }

    @Test
    void datesTheEventAndNotTheSaying() {
        Claim claim = only("The mayor said on Monday that air strikes hit the port yesterday.");
        assertThat(claim.when().words()).isEqualTo("yesterday");
        assertThat(only("Air strikes hit the port, the mayor said on Monday.").when())
                .isNull();
    }

    @Test
    void countsWeakRulesOnlyAlone() {
        assertThat(only("There was fighting.").type()).isEqualTo(ClaimType.FORCE_MOVEMENT);
        assertThat(only("There was fighting after air strikes.").type()).isEqualTo(ClaimType.AIR_DRONE_STRIKE);
    }

    @Test
    void letsWordsThatAreNoEventBlockOthers() {
        assertThat(only("Peace talks began.").type()).isEqualTo(ClaimType.NEGOTIATION);
        assertThat(tag("Trade talks began.")).isEmpty();
    }

    @Test
    void keepsAThreatBesideWhatIsThreatened() {
        assertThat(tag("The junta threatened air strikes."))
                .extracting(Claim::type, Claim::modality)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ClaimType.THREAT, Modality.FUTURE),
                        org.assertj.core.groups.Tuple.tuple(ClaimType.AIR_DRONE_STRIKE, Modality.FUTURE));
    }

    @Test
    void tagsTheTitleBeforeTheBody() {
        Document document = new Document("Air strikes hit port", "Peace talks began.", "en", null);
        List<Claim> claims = new ClaimTagger(SmallLexicon.LEXICON).tag(TokenizedDocument.of(document), List.of());
        assertThat(claims).extracting(Claim::field).containsExactly(Field.TITLE, Field.BODY);
    }

    @Property(tries = 300)
    void neverFailsAndKeepsSpansInside(@ForAll String noise) {
        String text = "“" + noise + ",” said the mayor, according to " + noise + " if air strikes " + noise;
        for (Claim claim : tag(text)) {
            assertThat(claim.start()).isBetween(0, claim.end());
            assertThat(claim.end()).isLessThanOrEqualTo(text.length());
        }
    }
}
