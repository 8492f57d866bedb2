package io.vedette.runtime.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go.  Without an endpoint none is recorded.
 *
 * @param endpoint of a collector that takes OTLP as protobuf over HTTP; {@code /v1/traces} is added if it has no path
 * @param headers sent with each request; may hold secrets
 * @param ratio of the traces that begin in Vedette, from 0 to 1, that are recorded; one that comes with an article is
 *     recorded if its flags say so
 * @param timeout for one request
 * @param capacity spans that may wait to be sent, rounded up to a power of two; further ones are counted and dropped
 * @param every how often they are sent at least
 * @param serviceName {@code service.name} of all services of the process; {@code vedette-ingest} and so on if null
 * @param instance {@code service.instance.id}; a random one if null
 * @param attributes of the resource, such as {@code deployment.environment.name}
 */
public record TracingConfig(
        @Nullable URI endpoint,
        Map<String, String> headers,
        @Default("1") double ratio,
        @Default("10s") Duration timeout,
        @Default("8192") int capacity,
        @Default("5s") Duration every,
        @Nullable String serviceName,
        @Nullable String instance,
        Map<String, String> attributes) {

    private static final String TRACES = "/v1/traces";

    public TracingConfig {
        if (endpoint != null) {
            Require.matches(
                    "endpoint",
                    endpoint.toString(),
                    "https?://.+",
                    "give the http or https URL of a collector, such as http://localhost:4318");
            String path = endpoint.getPath();
            if (path == null || path.isEmpty() || path.equals("/")) {
                endpoint = endpoint.resolve(TRACES);
            }
        }
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new InvalidValueException("ratio", "is " + ratio + "; give a number from 0 to 1");
        }
        Require.atLeast("timeout", timeout, Duration.ofMillis(100));
        Require.range("capacity", capacity, 1, 1_000_000);
        Require.atLeast("every", every, Duration.ofMillis(10));
        headers = Map.copyOf(headers);
        attributes = Map.copyOf(attributes);
    }

    /** Without the values of the headers: they may be secrets. */
    @Override
    public String toString() {
        return "TracingConfig[endpoint=" + endpoint + ", headers=" + headers.keySet() + ", ratio=" + ratio + "]";
    }
}
