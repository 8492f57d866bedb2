package io.vedette.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertIdTest {

    @Test
    void staysTheSameForEver() {
        assertThat(AlertId.of("routes", "supply AND routes", "a1")).isEqualTo("4ca2b89a350eef7aa1d80ecc2d60117f");
    }

    @Test
    void tellsPartsApartThatRunTogether() {
        assertThat(AlertId.of("ab", "c", "d")).isNotEqualTo(AlertId.of("a", "bc", "d"));
    }
}
