package io.vedette.text.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.Annotations;
import io.vedette.text.Annotator;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteppedAnnotatorTest {

    private static final Document DOCUMENT = Document.of("The Moskva sank. Kyiv said so.");
    private static final Mention KYIV = ShipNames.mention(17, "Kyiv");
    private static final Annotator STANDARD = document -> new Annotations("en", List.of(KYIV), List.of(claim(0)));

    @Test
    void aStepFromTheClassPathAddsMentionsAndClaimsStillNameTheirOwn() {
        SteppedAnnotator annotator =
                SteppedAnnotator.of(STANDARD, List.of("ships"), Map.of("ships.ship", "Moskva", "other.ship", "Kyiv"));

        Annotations found = annotator.annotate(DOCUMENT);

        assertThat(annotator.steps()).containsExactly("ships 3");
        assertThat(found.mentions()).extracting(Mention::text).containsExactly("Moskva", "Kyiv");
        Claim claim = found.claims().get(0);
        assertThat(claim.actors()).containsExactly(1);
        assertThat(claim.agents()).containsExactly(1);
        assertThat(claim.sourceMention()).isEqualTo(1);
    }

    @Test
    void aMentionThatIsThereIsNotAddedAgain() {
        assertThat(Additions.with(ShipNames.bare(List.of(KYIV)), List.of(ShipNames.mention(17, "Kyiv")))
                        .mentions())
                .containsExactly(KYIV);
    }

    @Test
    void aStepThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> SteppedAnnotator.of(STANDARD, List.of("tanks"), Map.of()))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("\"tanks\"")
                .hasMessageContaining("there is ships");
    }

    @Test
    void aStepThatRefusesItsSettingsIsNamed() {
        assertThatThrownBy(() -> SteppedAnnotator.of(STANDARD, List.of("ships"), Map.of()))
                .isInstanceOf(StepException.class)
                .hasMessage("step \"ships\": the setting ship is missing");
    }

    @Test
    void withoutStepsTheAnnotatorWorksAlone() {
        SteppedAnnotator annotator = SteppedAnnotator.of(STANDARD, List.of(), Map.of());

        assertThat(annotator.steps()).isEmpty();
        assertThat(annotator.annotate(DOCUMENT).mentions()).containsExactly(KYIV);
    }

    @Test
    void whatLiesOutsideTheTextIsRefused() {
        refuses(ShipNames.bare(List.of(ShipNames.mention(28, "Kyiv"))), "spans 28 to 32 in BODY of 30");
    }

    @Test
    void aMentionOfOtherWordsIsRefused() {
        refuses(ShipNames.bare(List.of(ShipNames.mention(0, "Kyiv"))), "another text");
    }

    @Test
    void mentionsOutOfOrderAreRefused() {
        refuses(ShipNames.bare(List.of(KYIV, ShipNames.mention(4, "Moskva"))), "out of order");
    }

    @Test
    void aClaimThatNamesNoMentionIsRefused() {
        refuses(new Annotations("en", List.of(KYIV), List.of(claim(1))), "names mention 1 of 1");
    }

    private static void refuses(Annotations wrong, String why) {
        assertThatThrownBy(() -> AnnotationCheck.check(DOCUMENT, wrong, "ships 3"))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("step \"ships 3\": ")
                .hasMessageContaining(why);
    }

    private static Claim claim(int mention) {
        return new Claim(
                Field.BODY,
                0,
                16,
                ClaimType.CAPABILITY_LOSS,
                null,
                null,
                null,
                null,
                Modality.ASSERTED,
                false,
                null,
                0.8,
                new Span(11, 15),
                null,
                mention,
                null,
                null,
                null,
                List.of(mention),
                List.of(),
                "sank",
                List.of(mention),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }
}
