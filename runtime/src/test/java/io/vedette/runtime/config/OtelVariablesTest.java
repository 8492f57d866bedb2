package io.vedette.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OtelVariablesTest {

    @Test
    void aPlatformThatSetsThemForEverybodyNeedNotBeToldOfVedette() {
        TracingConfig tracing = read(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b,tenant=desk",
                "OTEL_EXPORTER_OTLP_TIMEOUT", "2500",
                "OTEL_TRACES_SAMPLER", "parentbased_traceidratio",
                "OTEL_TRACES_SAMPLER_ARG", "0.25",
                "OTEL_SERVICE_NAME", "watch-desk",
                "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test,team=news"));

        assertThat(tracing.endpoint()).isEqualTo(URI.create("http://collector:4318/v1/traces"));
        assertThat(tracing.headers()).isEqualTo(Map.of("api-key", "a b", "tenant", "desk"));
        assertThat(tracing.timeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(tracing.ratio()).isEqualTo(0.25);
        assertThat(tracing.serviceName()).isEqualTo("watch-desk");
        assertThat(tracing.attributes()).isEqualTo(Map.of("deployment.environment.name", "test", "team", "news"));
        assertThat(tracing.toString()).contains("api-key").doesNotContain("a b");
    }

    @Test
    void theEndpointOfTracesIsTakenAsItIsAndVedettesOwnVariableWins() {
        Map<String, String> otel = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:4318/otlp");
        assertThat(read(otel).endpoint()).isEqualTo(URI.create("http://traces:4318/otlp"));

        assertThat(read(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                                "VEDETTE_TRACING_ENDPOINT", "https://own"))
                        .endpoint())
                .isEqualTo(URI.create("https://own/v1/traces"));
    }

    @Test
    void withoutThemOrWithTheSdkDisabledNothingIsTraced() {
        assertThat(read(Map.of()).endpoint()).isNull();
        assertThat(read(Map.of("OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"))
                        .endpoint())
                .isNull();
    }

    @Test
    void aProtocolThatIsNotSpokenIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> read(Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317", "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OTEL_EXPORTER_OTLP_PROTOCOL is \"grpc\"")
                .hasMessageContaining("4318");
    }

    @Test
    void aRatioBeyondOneIsRefused() {
        assertThatThrownBy(() -> Configuration.of(Map.of("tracing.ratio", "10")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("give a number from 0 to 1");
    }

    private static TracingConfig read(Map<String, String> env) {
        return ConfigurationReader.read(null, env, new Properties()).tracing();
    }
}
