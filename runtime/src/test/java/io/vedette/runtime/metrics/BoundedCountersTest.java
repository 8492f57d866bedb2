package io.vedette.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class BoundedCountersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BoundedCounters counters = new BoundedCounters(registry, "seen", "type", Tags.of("lane", "live"));

    @Test
    void countsByValue() {
        counters.increment("CITY");
        counters.increment("CITY");
        counters.increment("RIVER");

        assertThat(count("CITY")).isEqualTo(2);
        assertThat(count("RIVER")).isEqualTo(1);
    }

    @Test
    void whatComesAfterFiftyValuesIsOther() {
        for (int i = 0; i < 60; i++) {
            counters.increment("type-" + i);
        }
        counters.increment("type-3");

        assertThat(count("type-3")).isEqualTo(2);
        assertThat(count("other")).isEqualTo(10);
        assertThat(registry.getMeters()).hasSize(51);
    }

    private double count(String type) {
        return registry.get("seen")
                .tag("lane", "live")
                .tag("type", type)
                .counter()
                .count();
    }
}
