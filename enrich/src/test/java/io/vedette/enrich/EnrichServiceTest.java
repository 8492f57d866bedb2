package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Lane;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichServiceTest {

    @Test
    void aBrokerThatIsAwayIsWaitedForAndNamed() {
        try (EnrichService service = service()) {
            service.start();

            Component component = service.components().get(0);
            assertThat(component.name()).isEqualTo("enrich");
            assertThat(component.check().ok()).isFalse();
            assertThat(component.check().reason()).contains("Kafka does not answer");
        }
    }

    @Test
    void itsTopologyCanBeShownBeforeItStarts() {
        try (EnrichService service = service()) {
            assertThat(service.topology()).contains("Source: articles", "Sink: enriched");
            assertThat(service.components().get(0).check().reason()).isEqualTo("not started");
        }
    }

    /** Nothing listens on port 1. */
    private static EnrichService service() {
        return new EnrichService(
                Lane.LIVE,
                Configuration.of(Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "registry.url", "mock://away")),
                new SimpleMeterRegistry(),
                TestTaggers::capitalisedWords);
    }
}
