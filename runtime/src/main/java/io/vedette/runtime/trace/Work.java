package io.vedette.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work within a trace, from when it is begun until it is closed: a span, or, while nothing is traced, the trace
 * that came with what is worked on.  Until then what this thread logs carries its ids.  For one thread.
 */
@SuppressWarnings("MustBeClosedChecker") // the scope is closed with the work
public final class Work implements AutoCloseable {

    /** Of a trace that nobody has begun. */
    static final Work NONE = new Work(Context.root(), Span.getInvalid(), Scope.noop());

    private final Context context;
    private final Span span;
    private final Scope scope;

    private Work(Context context, Span span, Scope scope) {
        this.context = context;
        this.span = span;
        this.scope = scope;
    }

    /** On this thread from now on, and ended by {@link #close()}. */
    static Work on(Context context, Span span) {
        return new Work(context, span, context.makeCurrent());
    }

    /** In a trace of which no span is recorded here. */
    static Work passing(Context context) {
        return TraceHeaders.isTrace(context) ? new Work(context, Span.getInvalid(), context.makeCurrent()) : NONE;
    }

    /** What comes of it belongs here. */
    public Context context() {
        return context;
    }

    /** What comes of it has this {@code traceparent}; null if there is no trace. */
    public @Nullable String traceparent() {
        return this == NONE ? null : TraceHeaders.traceparent(context);
    }

    /** The headers of a record that comes of it: those given, with this trace. */
    public Headers headers(Headers given) {
        return span.getSpanContext().isValid() ? TraceHeaders.with(given, context) : given;
    }

    /** Notes something: never text of an article, nor a secret. */
    public Work note(AttributeKey<String> name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    /** Notes that it failed. */
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
    }

    /**
     * Notes that what this thread works on has failed, if anything is recorded of it.
     *
     * @param sort of failure: the name of a class
     */
    public static void currentFailed(String sort) {
        Span.current().setStatus(StatusCode.ERROR, sort).setAttribute(TraceNames.ERROR, sort);
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
