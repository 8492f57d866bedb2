package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimKeyTest {

    private static final List<Mention> MENTIONS =
            List.of(mention(MentionType.SETTLEMENT, "geo:1"), mention(MentionType.SETTLEMENT, null));

    @Test
    void opposesTakenToHeldAndAssertedToDenied() {
        ClaimKey taken = key(ClaimType.TERRITORY_CONTROL, "territory-taken", Modality.ASSERTED);
        assertThat(taken.opposes(key(ClaimType.TERRITORY_CONTROL, "territory-held", Modality.ASSERTED)))
                .isTrue();
        assertThat(taken.opposes(key(ClaimType.ARMED_CLASH, "attack-repelled", Modality.ASSERTED)))
                .isTrue();
        assertThat(taken.opposes(key(ClaimType.TERRITORY_CONTROL, "territory-regained", Modality.DENIED)))
                .isTrue();
        assertThat(taken.opposes(key(ClaimType.TERRITORY_CONTROL, "territory-regained", Modality.ASSERTED)))
                .isFalse();
        assertThat(taken.opposes(key(ClaimType.CASUALTIES, "casualties", Modality.DENIED)))
                .isFalse();
    }

    @Test
    void hasNoKeyForHistoryPlansAndUnknownPlaces() {
        assertThat(ClaimKey.of(claim(ClaimType.TERRITORY_CONTROL, "territory-taken", Modality.FUTURE, false), MENTIONS))
                .isEmpty();
        assertThat(ClaimKey.of(
                        claim(ClaimType.TERRITORY_CONTROL, "territory-taken", Modality.ASSERTED, true), MENTIONS))
                .isEmpty();
        assertThat(ClaimKey.of(claim(ClaimType.STATEMENT, "comment", Modality.ASSERTED, false), MENTIONS))
                .isEmpty();
        assertThat(ClaimKey.of(claim(ClaimType.ARMED_CLASH, "ambush", Modality.ASSERTED, false), MENTIONS))
                .hasSize(1);
    }

    @Test
    void isTheSameAfterWritingAndReading() {
        ClaimKey key = key(ClaimType.CASUALTIES, "casualties", Modality.DENIED);
        assertThat(key.compact()).isEqualTo("CASUALTIES|-|geo:1");
        assertThat(ClaimKey.parse(key.compact())).isEqualTo(key);
        assertThat(ClaimKey.parse("WEATHER|+|geo:1")).isNull();
        assertThat(ClaimKey.parse("nonsense")).isNull();
    }

    private static ClaimKey key(ClaimType type, String subtype, Modality modality) {
        return ClaimKey.of(claim(type, subtype, modality, false), MENTIONS).get(0);
    }

    private static Claim claim(ClaimType type, String subtype, Modality modality, boolean background) {
        return new Claim(
                Field.BODY,
                0,
                9,
                type,
                subtype,
                null,
                null,
                null,
                modality,
                background,
                null,
                0.7,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(0, 1),
                "test");
    }

    private static Mention mention(MentionType type, String id) {
        return new Mention(Field.BODY, 0, 4, "Bonn", type, id, null, 0.9, null, "test", null, null);
    }
}
