package io.vedette.alerts.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertIdTest {

    @Test
    void staysTheSameForEver() {
        assertThat(AlertId.of("routes", AlertId.queryKey("supply AND routes"), "a1", AlertId.NO_STEP))
                .isEqualTo("94d5e439f411d0ab434a1feafb161203");
    }

    @Test
    void tellsPartsApartThatRunTogether() {
        assertThat(AlertId.of("ab", "c", "d", "")).isNotEqualTo(AlertId.of("a", "bc", "d", ""));
    }
}
