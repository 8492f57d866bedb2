package io.vedette.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Records the spans of one service.  {@linkplain #off() Off}, it records none and begins no trace, but what comes with one
 * goes on with it.  Spans are best effort: none is waited for, and what is done twice after a crash is recorded twice.
 * Thread-safe.
 */
public final class Tracing {

    private static final Tracing OFF = new Tracing(null);

    private final @Nullable Tracer tracer;

    private Tracing(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Records nothing. */
    public static Tracing off() {
        return OFF;
    }

    /** Records with that tracer. */
    public static Tracing with(Tracer tracer) {
        return new Tracing(tracer);
    }

    /** Whether anything may be recorded. */
    public boolean isOn() {
        return tracer != null;
    }

    /**
     * The work on a record that a topology has read.
     *
     * @param metadata where it was read; unknown within a punctuation
     * @param group the application that reads it
     * @param headers of the record
     */
    public Work process(Optional<RecordMetadata> metadata, String group, Headers headers) {
        Tracer on = tracer;
        if (on == null) {
            return Work.passing(TraceHeaders.read(headers));
        }
        String topic = metadata.map(RecordMetadata::topic).orElse("");
        SpanBuilder span = messaging(on, "process", topic, SpanKind.CONSUMER).setAttribute(TraceNames.GROUP, group);
        metadata.ifPresent(at -> span.setAttribute(TraceNames.PARTITION, Integer.toString(at.partition()))
                .setAttribute(TraceNames.OFFSET, at.offset()));
        return begin(span, TraceHeaders.read(headers));
    }

    /**
     * A request that somebody sends.
     *
     * @param route the path, with names where ids stand
     * @param header gives the value of a header of it, or null
     */
    public Request request(String method, String route, UnaryOperator<@Nullable String> header) {
        Context parent = TraceHeaders.read(header);
        Tracer on = tracer;
        if (on == null) {
            return new Request(parent, Span.getInvalid());
        }
        Span span = on.spanBuilder(method + " " + route)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(TraceNames.METHOD, method)
                .setAttribute(TraceNames.ROUTE, route)
                .setParent(parent)
                .startSpan();
        return new Request(parent.with(span), span);
    }

    /** The work on a step of a trace, named after what it does; of a trace that is not there while nothing is recorded. */
    public Work step(String name, SpanKind kind, Context parent) {
        Tracer on = tracer;
        return on == null ? Work.passing(parent) : begin(on.spanBuilder(name).setSpanKind(kind), parent);
    }

    /**
     * The same, which other traces led to as well.
     *
     * @param causes contexts that it is linked with; those without a trace are passed over
     */
    public Work step(String name, SpanKind kind, Context parent, Iterable<Context> causes) {
        Tracer on = tracer;
        if (on == null) {
            return Work.passing(parent);
        }
        SpanBuilder span = on.spanBuilder(name).setSpanKind(kind);
        causes.forEach(cause -> {
            if (TraceHeaders.isTrace(cause)) {
                span.addLink(Span.fromContext(cause).getSpanContext());
            }
        });
        return begin(span, parent);
    }

    /** An article that is to be written to a topic, on no thread in particular: its context, until {@link #sent}. */
    public Context sending(String topic, Context parent, String articleId) {
        Tracer on = tracer;
        return on == null
                ? parent
                : parent.with(messaging(on, "send", topic, SpanKind.PRODUCER)
                        .setAttribute(TraceNames.ARTICLE, articleId)
                        .setParent(parent)
                        .startSpan());
    }

    /**
     * It is written, or has failed.
     *
     * @param failure null if it has not
     */
    public void sent(Context sending, @Nullable Throwable failure) {
        if (tracer != null) {
            Span span = Span.fromContext(sending);
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            span.end();
        }
    }

    /** The writing of a record to a topic, while this thread hands it over. */
    public Work send(String topic, Context parent) {
        Tracer on = tracer;
        return on == null ? Work.passing(parent) : begin(messaging(on, "send", topic, SpanKind.PRODUCER), parent);
    }

    private static Work begin(SpanBuilder builder, Context parent) {
        Span span = builder.setParent(parent).startSpan();
        return Work.on(parent.with(span), span);
    }

    /** As OpenTelemetry's conventions for messaging name it. */
    private static SpanBuilder messaging(Tracer tracer, String operation, String topic, SpanKind kind) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setAttribute(TraceNames.SYSTEM, "kafka")
                .setAttribute(TraceNames.DESTINATION, topic)
                .setAttribute(TraceNames.OPERATION, operation)
                .setAttribute(TraceNames.OPERATION_TYPE, operation);
    }
}
