package io.vedette.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

    private static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-01T12:00:00Z",
        "12h, 2026-11-08T00:00:00Z",
        "30m, 2026-11-08T11:30:00Z",
        "1w, 2026-11-01T12:00:00Z",
        "2026-11-03, 2026-11-03T00:00:00Z",
        "2026-11-03T04:05:06Z, 2026-11-03T04:05:06Z"
    })
    void readsATime(String text, Instant time) {
        assertThat(Since.parse(text, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "d7", "last week", "2026-13-01", "2027-01-01"})
    void refusesWhatIsNoneAndSaysWhatToWrite(String text) {
        assertThatThrownBy(() -> Since.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("since: ");
    }
}
