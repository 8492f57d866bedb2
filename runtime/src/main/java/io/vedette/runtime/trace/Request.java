package io.vedette.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A request that somebody sends, from when it is read until it is answered, perhaps by another thread.  Thread-safe. */
public final class Request {

    private final Context context;
    private final Span span;

    /** @param span not valid if none is recorded */
    Request(Context context, Span span) {
        this.context = context;
        this.span = span;
    }

    /** What this thread does until that is closed belongs here. */
    @SuppressWarnings("MustBeClosedChecker") // whoever asks for it closes it
    public Scope here() {
        return context.makeCurrent();
    }

    /** The end of it; a second one counts for nothing. */
    public void answered(int status) {
        span.setAttribute(TraceNames.STATUS, status);
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
