package io.vedette.runtime.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatIsReadIsWrittenAgain() {
        Context trace = TraceHeaders.read(headers(PARENT, "vendor=a1,other=2"));

        assertThat(TraceHeaders.of(trace))
                .containsExactlyInAnyOrderEntriesOf(Map.of("traceparent", PARENT, "tracestate", "vendor=a1,other=2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nSet-Cookie: a=b"
            })
    void whatIsMalformedIsNoTrace(String traceparent) {
        assertThat(TraceHeaders.isTrace(TraceHeaders.read(headers(traceparent, null))))
                .isFalse();
        assertThat(TraceHeaders.traceparent(TraceHeaders.read(traceparent))).isNull();
    }

    @Test
    void theTraceOfTheWorkTakesThePlaceOfTheOneThatCame() {
        Headers given = headers(PARENT, "vendor=a1").add("ce_id", "a1".getBytes(US_ASCII));
        String next = PARENT.replace("b7ad6b7169203331", "00f067aa0ba902b7");

        Headers with = TraceHeaders.with(given, TraceHeaders.read(next));

        assertThat(with).extracting(Header::key).containsExactly("ce_id", "traceparent");
        assertThat(new String(with.lastHeader("traceparent").value(), US_ASCII)).isEqualTo(next);
    }

    @Test
    void withoutATraceNothingIsWritten() {
        Headers headers = new RecordHeaders();
        TraceHeaders.write(Context.root(), headers);
        assertThat(headers).isEmpty();
    }

    static Headers headers(String traceparent, String tracestate) {
        Headers headers = new RecordHeaders().add("traceparent", traceparent.getBytes(US_ASCII));
        return tracestate == null ? headers : headers.add("tracestate", tracestate.getBytes(US_ASCII));
    }
}
