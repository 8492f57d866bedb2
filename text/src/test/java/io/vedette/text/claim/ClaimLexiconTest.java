package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimLexiconTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "triggers.tsv;# a comment\\nstrike\\tno-such\\t0.5;triggers.tsv, line 2: no subtype is called \"no-such\"",
                "triggers.tsv;strike\\ttalks\\t1.5;triggers.tsv, line 1: \"1.5\" is no confidence",
                "triggers.tsv;strike\\ttalks\\t0.5\\tloud;triggers.tsv, line 1: \"loud\" is none of the flags",
                "triggers.tsv;strike ..\\ttalks\\t0.5;triggers.tsv, line 1: a pattern can't begin or end",
                "cues.tsv;said\\tVERB\\tASSERTED\\tcomment;cues.tsv, line 1: 4 columns instead of 6",
                "modality.tsv;may\\tPERHAPS\\tBEFORE\\t3;modality.tsv, line 1: \"PERHAPS\" is none of",
                "modality.tsv;may\\tPOSSIBLE\\tBEFORE\\tfar;modality.tsv, line 1: \"far\" is no whole number",
            })
    void namesFileAndLineOfWhatIsWrong(String file, String content, String message) {
        String text = content.replace("\\n", "\n").replace("\\t", "\t");
        assertThatThrownBy(() -> SmallLexicon.with(file, text))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatThrownBy(() -> ClaimLexicon.read(name -> {
                    throw new java.io.FileNotFoundException(name);
                }))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("subtypes.tsv");
    }

    @Test
    void hasAVersionThatFollowsFromItsContent() {
        ClaimLexicon other = SmallLexicon.with("background.tsv", "jubilee\tSENTENCE\n");
        assertThat(other.version()).isNotEqualTo(SmallLexicon.LEXICON.version());
        assertThat(SmallLexicon.with("background.tsv", "jubilee\tSENTENCE\n").version())
                .isEqualTo(other.version());
    }
}
