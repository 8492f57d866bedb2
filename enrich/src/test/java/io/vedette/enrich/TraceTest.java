package io.vedette.enrich;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.RegistrySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What enrichment makes of an article's trace. */
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String GIVEN = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing on = Tracing.with(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build()
            .get("test"));

    @TempDir
    private Path stateDir;

    private EnrichmentHarness pipeline;

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void taggingIsAStepOfTheArticlesTraceAndItsStoryAStepOfThat() throws Exception {
        start(on);
        pipe(GIVEN, null);

        var enriched = pipeline.enriched.readRecord();
        var story = pipeline.stories().get(0);
        List<SpanData> made = spans.getFinishedSpanItems();
        SpanData tagging = made.get(0);
        SpanData telling = made.get(1);
        assertThat(made).hasSize(2).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(tagging.getName()).isEqualTo("process vedette.articles");
        assertThat(tagging.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(tagging.getAttributes().get(TraceNames.ARTICLE)).isEqualTo(enriched.key());
        assertThat(tagging.getAttributes().get(TraceNames.VERDICT)).isEqualTo("tell");
        assertThat(header(enriched.headers(), "traceparent"))
                .isEqualTo("00-" + TRACE + "-" + tagging.getSpanId() + "-01");
        assertThat(telling.getName()).isEqualTo("process vedette.fingerprints");
        assertThat(telling.getParentSpanId()).isEqualTo(tagging.getSpanId());
        assertThat(telling.getAttributes().get(TraceNames.STORY))
                .isEqualTo(story.value().getStoryId());
        assertThat(header(story.headers(), "traceparent")).isEqualTo("00-" + TRACE + "-" + telling.getSpanId() + "-01");
    }

    @Test
    void anArticleWithoutATraceBeginsOne() throws Exception {
        start(on);
        pipe(null, null);

        SpanData tagging = spans.getFinishedSpanItems().get(0);
        assertThat(tagging.getParentSpanContext().isValid()).isFalse();
        assertThat(header(pipeline.enriched.readRecord().headers(), "traceparent"))
                .contains(tagging.getTraceId());
    }

    @Test
    void whatGoesToTheDeadLettersIsAnErrorOfItsSpan() throws Exception {
        start(on);
        pipe(GIVEN, null, "Let it explode.");

        assertThat(pipeline.deadLetters.readRecordsToList()).hasSize(1);
        SpanData tagging = spans.getFinishedSpanItems().get(0);
        assertThat(tagging.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(tagging.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("IllegalStateException");
    }

    @Test
    void withoutTracingATraceGoesOnAsItCameAndNoneBegins() throws Exception {
        start(Tracing.off());
        pipe(GIVEN, "vendor=a1");

        var enriched = pipeline.enriched.readRecord();
        assertThat(header(enriched.headers(), "traceparent")).isEqualTo(GIVEN);
        assertThat(header(enriched.headers(), "tracestate")).isEqualTo("vendor=a1");
        assertThat(header(pipeline.stories().get(0).headers(), "traceparent")).isEqualTo(GIVEN);
    }

    @Test
    void whatIsMalformedIsHandedOnToNobody() throws Exception {
        start(Tracing.off());
        pipe(GIVEN + "\r\nCookie: a", "vendor=a1");

        Headers headers = pipeline.enriched.readRecord().headers();
        assertThat(headers.lastHeader("traceparent")).isNull();
        assertThat(headers.lastHeader("tracestate")).isNull();
    }

    private void start(Tracing tracing) throws Exception {
        pipeline = new EnrichmentHarness(
                        Lane.LIVE,
                        stateDir,
                        TestTaggers.capitalisedWords(),
                        Map.of(),
                        new AvroSerdes(RegistrySettings.at("mock://" + stateDir.hashCode())),
                        tracing)
                .withSchemas();
    }

    private void pipe(String traceparent, String tracestate) {
        pipe(traceparent, tracestate, "Melitopol fell to nobody in particular on the morning after the Thaw.");
    }

    private void pipe(String traceparent, String tracestate, String text) {
        Headers headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add("traceparent", traceparent.getBytes(US_ASCII));
        }
        if (tracestate != null) {
            headers.add("tracestate", tracestate.getBytes(US_ASCII));
        }
        Article article = Article.newBuilder().setText(text).build();
        pipeline.raw.pipeInput(new TestRecord<>(null, pipeline.bytes(article), headers, EnrichmentHarness.NOON));
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), US_ASCII);
    }
}
