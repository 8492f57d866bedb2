package io.vedette.runtime.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.slf4j.MDC;

/**
 * Gives each line the ids of the trace that its thread works in, if there is one, under the names that OpenTelemetry has for
 * them in logs.  They are looked up when something is logged: a record of which nothing is logged pays nothing for them.
 */
final class TraceAppender extends ConsoleAppender<ILoggingEvent> {

    static final String TRACE_ID = "trace_id";

    private static final String SPAN_ID = "span_id";
    private static final String TRACE_FLAGS = "trace_flags";

    @Override
    protected void append(ILoggingEvent event) {
        SpanContext trace = Span.current().getSpanContext();
        if (!trace.isValid()) {
            super.append(event);
            return;
        }
        MDC.put(TRACE_ID, trace.getTraceId());
        MDC.put(SPAN_ID, trace.getSpanId());
        MDC.put(TRACE_FLAGS, trace.getTraceFlags().asHex());
        try {
            super.append(event);
        } finally {
            MDC.remove(TRACE_ID);
            MDC.remove(SPAN_ID);
            MDC.remove(TRACE_FLAGS);
        }
    }
}
