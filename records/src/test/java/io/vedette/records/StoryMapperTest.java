package io.vedette.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.TrustedRecords;
import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.story.ClaimKey;
import io.vedette.text.story.Fingerprinter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoryMapperTest {

    private static final Document DOCUMENT = new Document(
            "Dam near Oberdorf gives way",
            "The dam above Oberdorf broke on Tuesday after 30 hours of rain.",
            "en",
            Instant.parse("2026-11-01T12:00:00Z"));

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @Test
    void aFingerprintSurvivesTheTopic() throws Exception {
        var made = Fingerprinter.of(DOCUMENT, new Annotations("en", List.of(), List.of()), "a.example", null);
        var claims = List.of(new ClaimKey("BOMBING", 7, true, 0));
        var given = new io.vedette.text.story.Fingerprint(
                        made.terms(),
                        made.weights(),
                        made.kinds(),
                        made.sketch(),
                        made.outlet(),
                        made.published(),
                        claims)
                .withForwardOf("b1");

        var read = StoryMapper.fingerprint(
                Fingerprint.fromByteBuffer(StoryMapper.record(given).toByteBuffer()));

        assertThat(read).usingRecursiveComparison().isEqualTo(given);
    }

    @Test
    void whatIsNoFingerprintIsRefused() {
        Fingerprint disordered = Fingerprint.newBuilder()
                .setTerms(List.of(2, 1))
                .setWeights(ByteBuffer.wrap(new byte[] {1, 1}))
                .setKinds(ByteBuffer.wrap(new byte[] {0, 0}))
                .build();

        assertThatThrownBy(() -> StoryMapper.fingerprint(disordered))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("term 1");
        assertThatThrownBy(() -> StoryMapper.fingerprint(
                        Fingerprint.newBuilder().setTerms(List.of(1)).build()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
