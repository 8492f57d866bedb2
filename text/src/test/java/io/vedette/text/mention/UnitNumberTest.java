package io.vedette.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNumberTest {

    @ParameterizedTest
    @CsvSource({"72nd, 72", "1st, 1", "3rd, 3", "114th, 114", "62d, 62", "First, 1", "Twentieth, 20"})
    void readsOrdinals(String written, int number) {
        assertThat(UnitNumber.ordinal(Tokens.of(written), 0)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"72ND", "first", "40mm", "1980s", "12345th", "and"})
    void takesNothingElseForAnOrdinal(String written) {
        assertThat(UnitNumber.ordinal(Tokens.of(written), 0)).isEqualTo(UnitNumber.NONE);
    }

    @Test
    void readsRomanAndPlainNumbers() {
        assertThat(UnitNumber.cardinal(Tokens.of("XVIII Corps"), 0)).isEqualTo(18);
        assertThat(UnitNumber.cardinal(Tokens.of("65 Squadron"), 0)).isEqualTo(65);
        assertThat(UnitNumber.cardinal(Tokens.of("2022 elections"), 0)).isEqualTo(UnitNumber.NONE);
    }
}
