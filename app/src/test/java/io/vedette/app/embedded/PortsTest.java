package io.vedette.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theDefaultsAreTheUsualOnes() {
        assertThat(Ports.from(Ports.DEFAULT_HTTP)).isEqualTo(new Ports(8080, 8081, 9092, 9093));
    }

    @Test
    void anotherBaseShiftsThemAllAlike() {
        assertThat(Ports.from(18_080)).isEqualTo(new Ports(18_080, 18_081, 19_092, 19_093));
    }

    @Test
    void zeroTakesFreeOnes() {
        Ports ports = Ports.from(0);

        assertThat(Set.of(ports.http(), ports.registry(), ports.broker(), ports.controller()))
                .hasSize(4)
                .doesNotContain(0);
    }

    @Test
    void aBaseWithoutRoomAboveItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.from(65_000))
                .withMessageContaining("--port 65000");
    }
}
