package io.vedette.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.TracingConfig;
import io.vedette.runtime.metrics.MetricNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {

    /** The first request of a process loads a client and a library. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer collector;

    @AfterEach
    void stop() {
        if (collector != null) {
            collector.stop(0);
        }
    }

    @Test
    void spansArriveWithTheNameOfTheirServiceAndWhatTheCollectorAsksFor() throws Exception {
        TracingConfig config = config(Map.of(
                "tracing.headers.authorization", "Bearer s3cret",
                "tracing.every", "10ms",
                "tracing.instance", "pod-7",
                "tracing.attributes.deployment.environment.name", "test"));
        try (Traces traces = Traces.start(config, meters)) {
            traces.of("ingest").step("one", SpanKind.INTERNAL, Context.root()).close();
            traces.of("enrich").step("two", SpanKind.INTERNAL, Context.root()).close();
            await().atMost(PATIENCE)
                    .until(() -> meters.get(MetricNames.SPANS)
                                    .tag("outcome", "exported")
                                    .counter()
                                    .count()
                            == 2);
        }

        assertThat(resources())
                .allSatisfy(resource -> assertThat(resource)
                        .containsEntry("service.namespace", "vedette")
                        .containsEntry("service.instance.id", "pod-7")
                        .containsEntry("deployment.environment.name", "test"))
                .extracting(resource -> resource.get("service.name"))
                .containsExactlyInAnyOrder("vedette-ingest", "vedette-enrich");
        assertThat(authorizations).containsOnly("Bearer s3cret");
    }

    @Test
    void aCollectorThatRefusesCostsSpansAndNothingElse() throws Exception {
        answer = 400;
        try (Traces traces = Traces.start(config(Map.of("tracing.every", "10ms")), meters)) {
            traces.of("ingest").step("one", SpanKind.INTERNAL, Context.root()).close();
            await().atMost(PATIENCE)
                    .until(() -> meters.get(MetricNames.SPANS)
                                    .tag("outcome", "failed")
                                    .counter()
                                    .count()
                            == 1);
        }
    }

    @Test
    void whatFindsTheQueueFullIsDroppedAndCounted() throws Exception {
        int spans = 100;
        try (Traces traces =
                Traces.start(config(Map.of("tracing.capacity", "16", "tracing.every", "1h")), new Stuck(), meters)) {
            Tracing tracing = traces.of("ingest");
            for (int i = 0; i < spans; i++) {
                tracing.step("one", SpanKind.INTERNAL, Context.root()).close();
            }
            FunctionCounter dropped =
                    meters.get(MetricNames.SPANS).tag("outcome", "dropped").functionCounter();
            // sixteen wait, and sixteen may be on their way to the exporter that never answers
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(dropped.count()).isBetween(spans - 32.0, spans - 16.0));
        }
    }

    @Test
    void withoutAnEndpointNothingIsStarted() {
        try (Traces traces = Traces.start(Configuration.defaults().tracing(), meters)) {
            assertThat(traces.of("ingest").isOn()).isFalse();
        }
        assertThat(meters.find(MetricNames.SPANS).meters()).isEmpty();
    }

    private List<Map<String, String>> resources() {
        return received.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .map(ResourceSpans::getResource)
                .map(resource -> resource.getAttributesList().stream()
                        .collect(Collectors.toMap(
                                KeyValue::getKey, value -> value.getValue().getStringValue())))
                .toList();
    }

    private TracingConfig config(Map<String, String> settings) throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            try (GZIPInputStream in = new GZIPInputStream(exchange.getRequestBody())) {
                received.add(ExportTraceServiceRequest.parseFrom(in));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        collector.start();
        Map<String, String> all = new HashMap<>(settings);
        all.put("tracing.endpoint", "http://127.0.0.1:" + collector.getAddress().getPort());
        return Configuration.of(all).tracing();
    }

    /** Never done with what it was given. */
    private static final class Stuck implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return new CompletableResultCode();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
