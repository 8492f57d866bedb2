package io.vedette.text.claim;

import static io.vedette.text.claim.SmallLexicon.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimRelationsTest {

    @Test
    void marksTwoSourcesThatSayTheOpposite() {
        List<Claim> claims = tag(
                "Lindia said that its army captured Bonn. The mayor denied that the army captured Bonn.",
                "Lindia=GOVERNMENT",
                "Bonn=SETTLEMENT");
        assertThat(claims).hasSize(2);
        assertThat(claims.get(0).conflicts()).containsExactly(1);
        assertThat(claims.get(1).conflicts()).containsExactly(0);
    }

    @Test
    void marksNoConflictOverDifferentPlaces() {
        List<Claim> claims = tag(
                "Lindia said that its army captured Bonn. The mayor denied that the army captured Trier.",
                "Lindia=GOVERNMENT",
                "Bonn=SETTLEMENT",
                "Trier=SETTLEMENT");
        assertThat(claims).allSatisfy(claim -> assertThat(claim.conflicts()).isEmpty());
    }

    @Test
    void pointsFromADenialToTheNearestEventBeforeIt() {
        List<Claim> claims = tag("Air strikes hit the port. Lindia denied the story.", "Lindia=GOVERNMENT");
        assertThat(claims).extracting(Claim::type).containsExactly(ClaimType.AIR_DRONE_STRIKE, ClaimType.DENIAL);
        assertThat(claims.get(1).about()).isEqualTo(0);
    }

    @Test
    void pointsFromAnAccusationToWhatItsSentenceNames() {
        List<Claim> claims = tag(
                "It rained. Lindia accused Bonnia of air strikes on the port.",
                "Lindia=GOVERNMENT",
                "Bonnia=GOVERNMENT");
        Claim accusation = claims.stream()
                .filter(c -> c.type() == ClaimType.ACCUSATION)
                .findFirst()
                .orElseThrow();
        assertThat(accusation.about()).isNotNull();
        assertThat(claims.get(accusation.about()).type()).isEqualTo(ClaimType.AIR_DRONE_STRIKE);
        assertThat(accusation.targets()).containsExactly(1);
    }

    @Test
    void namesWhoDidItToWhomAndTheDead() {
        String text = "The Green Shield captured Bonn, killing 12.";
        Claim claim = SmallLexicon.only(text, "Green Shield=ARMED_GROUP", "Bonn=SETTLEMENT");
        assertThat(claim.agents()).containsExactly(0);
        assertThat(claim.targets()).containsExactly(1);
        assertThat(claim.quantities()).extracting(Quantity::low).containsExactly(12.0);
    }

    @Test
    void addsAPromiseToWhatIsAnnounced() {
        assertThat(tag("Lindia will hold peace talks.", "Lindia=GOVERNMENT"))
                .extracting(Claim::type)
                .contains(ClaimType.NEGOTIATION);
        assertThat(tag("The president will visit Bonn.", "president=PERSON", "Bonn=SETTLEMENT"))
                .extracting(Claim::type)
                .containsExactly(ClaimType.NEGOTIATION, ClaimType.AGREEMENT_SUPPORT);
    }

    @Test
    void saysWhatDecidedHowAnEventIsPut() {
        assertThat(SmallLexicon.only("There may be air strikes.").context()).isEqualTo("POSSIBLE: \"may|might\"");
        assertThat(SmallLexicon.only("The anniversary of the air strikes.").context())
                .isEqualTo("background: \"anniversary\"");
        assertThat(SmallLexicon.only("Air strikes hit the port.").context()).isNull();
    }
}
