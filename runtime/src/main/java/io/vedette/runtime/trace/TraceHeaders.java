package io.vedette.runtime.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a record or request belongs to, in the headers {@code traceparent} and {@code tracestate} of W3C's Trace
 * Context.  They are read strictly: what is malformed counts as not there, and is handed on to nobody.
 */
public final class TraceHeaders {

    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> OF_RECORD = new OfRecord();
    private static final TextMapGetter<UnaryOperator<@Nullable String>> OF_REQUEST = new OfRequest();

    private TraceHeaders() {}

    /** The trace of a record; the root context if it is of none. */
    public static Context read(Headers headers) {
        return headers.lastHeader(TRACEPARENT) == null
                ? Context.root()
                : W3C.extract(Context.root(), headers, OF_RECORD);
    }

    /**
     * The trace of a request; the root context if it is of none.
     *
     * @param header gives the value of a header, or null
     */
    public static Context read(UnaryOperator<@Nullable String> header) {
        return W3C.extract(Context.root(), header, OF_REQUEST);
    }

    /** The trace that a {@code traceparent} by itself names; the root context if it names none. */
    public static Context read(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : read((String name) -> name.equals(TRACEPARENT) ? traceparent : null);
    }

    /** The headers that say so, by their names; none for the root context. */
    public static Map<String, String> of(Context context) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(context, headers, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return headers;
    }

    /** The {@code traceparent} that says so; null for the root context. */
    public static @Nullable String traceparent(Context context) {
        return of(context).get(TRACEPARENT);
    }

    /** Adds them to a record's headers, which have none yet. */
    public static void write(Context context, Headers headers) {
        if (context != Context.root()) {
            of(context).forEach((name, value) -> headers.add(name, value.getBytes(US_ASCII)));
        }
    }

    /** A copy of a record's headers, with this trace in place of theirs. */
    public static Headers with(Headers given, Context context) {
        Headers headers = new RecordHeaders();
        for (Header header : given) {
            if (!isOne(header)) {
                headers.add(header);
            }
        }
        write(context, headers);
        return headers;
    }

    /** Whether that is one of the two. */
    public static boolean isOne(Header header) {
        return header.key().equals(TRACEPARENT) || header.key().equals(TRACESTATE);
    }

    /** Whether there is a trace in it. */
    static boolean isTrace(Context context) {
        return Span.fromContext(context).getSpanContext().isValid();
    }

    private static final class OfRecord implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> names = new ArrayList<>();
            headers.forEach(header -> names.add(header.key()));
            return names;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), US_ASCII);
        }
    }

    private static final class OfRequest implements TextMapGetter<UnaryOperator<@Nullable String>> {

        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> header) {
            return List.of(TRACEPARENT, TRACESTATE);
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> header, String name) {
            return header == null ? null : header.apply(name);
        }
    }
}
