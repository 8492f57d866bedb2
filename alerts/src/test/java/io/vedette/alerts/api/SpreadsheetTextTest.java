package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "'", "＝1"})
    void whatBeginsLikeAFormulaGetsOneApostropheWhichCanBeTakenAwayAgain(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "Kyiv", " 1"})
    void otherTextStays(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(SpreadsheetText.guarded(-35.5)).isEqualTo(-35.5);
    }
}
