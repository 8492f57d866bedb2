package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.enriched;
import static io.vedette.alerts.topology.AlertingHarness.story;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Alert;
import io.vedette.schemas.TopicSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spans that alerting makes of an article's trace. */
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @TempDir
    private Path stateDir;

    private AlertingHarness harness;

    @BeforeEach
    void start() {
        Tracing tracing = Tracing.with(SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test"));
        harness = new AlertingHarness(stateDir, AlertingSettings.DEFAULTS, TopicSettings.DEFAULTS, tracing);
        harness.watch(watch("routes", "supply").build());
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void matchingJoiningAndRaisingAreStepsOfTheArticlesTrace() {
        harness.article(enriched("a1", "The supply ran out."), trace("00000000000000aa"), NOON);
        harness.story(story("s", "a1", 1), trace("00000000000000bb"), NOON);

        List<TestRecord<String, Alert>> alerts = harness.alertRecords();
        Map<String, SpanData> byName =
                spans.getFinishedSpanItems().stream().collect(Collectors.toMap(SpanData::getName, Function.identity()));
        SpanData matching = byName.get("process vedette.enriched");
        SpanData joining = byName.get("join story");
        SpanData sending = byName.get("send vedette.alerts");
        assertThat(byName).hasSize(3);
        assertThat(byName.values()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(matching.getParentSpanId()).isEqualTo("00000000000000aa");
        assertThat(joining.getParentSpanId()).isEqualTo(matching.getSpanId());
        assertThat(joining.getLinks())
                .extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly("00000000000000bb");
        assertThat(sending.getParentSpanId()).isEqualTo(joining.getSpanId());
        assertThat(sending.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(sending.getAttributes().get(TraceNames.ALERT))
                .isEqualTo(alerts.get(0).value().getId());
        assertThat(new String(alerts.get(0).headers().lastHeader("traceparent").value(), US_ASCII))
                .isEqualTo("00-" + TRACE + "-" + sending.getSpanId() + "-01");
    }

    @Test
    void aMatchThatWaitedInVainGoesOnInItsTrace() {
        harness.article(enriched("a1", "The supply ran out."), trace("00000000000000aa"), NOON);
        harness.beat(NOON.plusSeconds(10));

        assertThat(harness.alertRecords()).hasSize(1);
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("process vedette.enriched", "send vedette.alerts");
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE);
    }

    @Test
    void noSpanHasTextOfTheArticle() {
        harness.article(enriched("a1", "The supply ran out."), trace("00000000000000aa"), NOON);
        harness.story(story("s", "a1", 1), trace("00000000000000bb"), NOON);

        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("supply", "About a1");
    }

    private static Headers trace(String span) {
        return new RecordHeaders().add("traceparent", ("00-" + TRACE + "-" + span + "-01").getBytes(US_ASCII));
    }
}
