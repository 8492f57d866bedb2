package io.vedette.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Test
    void theWorkOnARecordIsAChildOfWhatWroteItAndTheParentOfWhatComesOfIt() {
        String out;
        try (Work work = all().process(Optional.of(new At()), "vedette-enrich", headers(SAMPLED))) {
            work.note(TraceNames.ARTICLE, "a1");
            out = work.traceparent();
            assertThat(TraceHeaders.read(work.headers(headers(SAMPLED)))).isNotNull();
        }

        SpanData span = only();
        assertThat(span.getName()).isEqualTo("process vedette.articles");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(out).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("messaging.system"), "kafka")
                .containsEntry(AttributeKey.stringKey("messaging.destination.name"), "vedette.articles")
                .containsEntry(AttributeKey.stringKey("messaging.operation.name"), "process")
                .containsEntry(AttributeKey.stringKey("messaging.operation.type"), "process")
                .containsEntry(AttributeKey.stringKey("messaging.consumer.group.name"), "vedette-enrich")
                .containsEntry(AttributeKey.stringKey("messaging.destination.partition.id"), "3")
                .containsEntry(AttributeKey.longKey("messaging.kafka.offset"), 42L)
                .containsEntry(AttributeKey.stringKey("vedette.article.id"), "a1");
    }

    @Test
    void aTraceThatSomebodyElseBeganIsRecordedIfItsFlagsSayWhateverTheRatio() {
        try (Work work = sampling(Sampler.alwaysOff()).process(Optional.empty(), "g", headers(SAMPLED))) {
            assertThat(work.traceparent()).endsWith("-01");
        }
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        spans.reset();

        try (Work work = all().process(Optional.empty(), "g", headers(UNSAMPLED))) {
            assertThat(work.traceparent()).startsWith("00-" + TRACE).endsWith("-00");
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void offNothingBeginsButWhatComesWithATraceGoesOnWithIt() {
        Headers none = new RecordHeaders();
        try (Work work = Tracing.off().process(Optional.empty(), "g", none)) {
            assertThat(work.traceparent()).isNull();
            assertThat(work.headers(none)).isSameAs(none);
        }
        Headers some = headers(SAMPLED);
        try (Work work = Tracing.off().process(Optional.empty(), "g", some)) {
            assertThat(work.traceparent()).isEqualTo(SAMPLED);
            assertThat(work.headers(some)).isSameAs(some);
            assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(TRACE);
        }
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        Context parent = TraceHeaders.read(SAMPLED);
        assertThat(Tracing.off().sending("t", parent, "a1")).isSameAs(parent);
    }

    @Test
    void whatSeveralTracesLedToIsLinkedWithThem() {
        Context one = TraceHeaders.read(SAMPLED);
        try (Work work = all().step("deliver mail", SpanKind.CLIENT, Context.root(), List.of(one, Context.root()))) {
            work.failed("Refused");
        }

        SpanData span = only();
        assertThat(span.getTraceId()).isNotEqualTo(TRACE);
        assertThat(span.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(TRACE));
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aRequestEndsWithItsAnswerOnWhateverThread() {
        Request request = all().request("POST", "/api/articles", name -> name.equals("traceparent") ? SAMPLED : null);
        try (var here = request.here()) {
            assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(TRACE);
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        request.answered(503);
        request.answered(202);

        SpanData span = only();
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(503);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private SpanData only() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().get(0);
    }

    private Tracing all() {
        return sampling(Sampler.alwaysOn());
    }

    private Tracing sampling(Sampler root) {
        return Tracing.with(SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(root))
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test"));
    }

    private static Headers headers(String traceparent) {
        return TraceHeadersTest.headers(traceparent, null);
    }

    private record At() implements RecordMetadata {

        @Override
        public String topic() {
            return "vedette.articles";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 42;
        }
    }
}
