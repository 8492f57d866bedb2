package io.vedette.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.trace.Work;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and counts dead letters: the original key, value and headers, and the error headers of KIP-1034 in place of any
 * that the record already had. A payload that would not fit is left out, with its size and its place in the headers.
 * Thread-safe.
 */
public final class DeadLetters {
    /** The key in the Streams configuration under which the handlers find this. */
    static final String CONFIG = "vedette.dead.letters";

    /** What the headers begin with that say what went wrong (KIP-1034). */
    public static final String ERROR_HEADERS = "__streams.errors.";
    /** The header with the size of key and value where they were left out. */
    public static final String OMITTED_BYTES = "vedette.omitted.bytes";

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MAX_STACK_TRACE_BYTES = 4_096;
    private static final int MAX_MESSAGE_BYTES = 1_024;
    private static final int MAX_PAYLOAD_BYTES = 1_900_000;
    private static final int MAX_HEADER_BYTES = 64 * 1_024;
    private static final int MAX_TAGS = 50;

    private final String service;
    private final String topic;
    private final MeterRegistry meters;
    private final Set<String> tags = ConcurrentHashMap.newKeySet();

    /**
     * @param service whose dead letters they are
     * @param topic where they go
     */
    public DeadLetters(String service, String topic, MeterRegistry meters) {
        this.service = service;
        this.topic = topic;
        this.meters = meters;
        counter("none"); // so that a rate shows 0 before the first
    }

    static DeadLetters from(Map<String, ?> config) {
        if (config.get(CONFIG) instanceof DeadLetters deadLetters) {
            return deadLetters;
        }
        throw new IllegalStateException("the exception handlers need " + CONFIG + "; let StreamsRunner set them up");
    }

    /** Counts and logs it, and gives what is to be written in the transaction that skips the record. */
    ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception thrown) {
        report(context, thrown);
        Long timestamp = context.timestamp() < 0 ? null : context.timestamp();
        boolean fits = size(key) + size(value) <= MAX_PAYLOAD_BYTES;
        boolean keyFits = size(key) <= MAX_HEADER_BYTES;
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, timestamp, fits || keyFits ? key : null, fits ? value : null);
        originals(context.headers(), letter.headers());
        errors(context, thrown, letter.headers());
        if (!fits) {
            add(letter.headers(), OMITTED_BYTES, Integer.toString(size(key) + size(value)));
        }
        return letter;
    }

    /** The same of a record that was consumed without Streams. */
    public ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, Exception thrown) {
        return letter(new ConsumedContext(record, service), record.key(), record.value(), thrown);
    }

    /** For what has no record to keep, such as a punctuation that failed. */
    void report(ErrorHandlerContext context, Exception thrown) {
        String cause = Trouble.root(thrown).getClass().getSimpleName();
        counter(tag(cause)).increment();
        Work.currentFailed(cause);
        LOGGER.atWarn()
                .addKeyValue("service", service)
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("node", context.processorNodeId())
                .addKeyValue("reason", Trouble.describe(thrown))
                .log("a record can't be processed and goes to the dead letters");
    }

    private Counter counter(String cause) {
        return meters.counter(MetricNames.DEAD_LETTERS, "service", service, "exception", cause);
    }

    private String tag(String cause) {
        return tags.contains(cause) || (tags.size() < MAX_TAGS && tags.add(cause)) ? cause : "other";
    }

    private static void originals(@Nullable Headers from, Headers to) {
        int bytes = 0;
        for (Header header : from == null ? new Header[0] : from.toArray()) {
            bytes += header.key().length() + size(header.value());
            if (!header.key().startsWith(ERROR_HEADERS) && bytes <= MAX_HEADER_BYTES) {
                to.add(header);
            }
        }
    }

    private static void errors(ErrorHandlerContext context, Exception thrown, Headers to) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        add(to, ERROR_HEADERS + "exception", thrown.getClass().getName());
        to.add(ERROR_HEADERS + "message", utf8(String.valueOf(Trouble.describe(thrown)), MAX_MESSAGE_BYTES));
        to.add(ERROR_HEADERS + "stacktrace", utf8(trace.toString(), MAX_STACK_TRACE_BYTES));
        add(to, ERROR_HEADERS + "topic", String.valueOf(context.topic()));
        add(to, ERROR_HEADERS + "partition", Integer.toString(context.partition()));
        add(to, ERROR_HEADERS + "offset", Long.toString(context.offset()));
    }

    private static void add(Headers headers, String key, String value) {
        headers.add(key, value.getBytes(UTF_8));
    }

    /** Cut at the limit, between two characters. */
    static byte[] utf8(String text, int limit) {
        ByteBuffer bytes = ByteBuffer.allocate(limit);
        CharsetEncoder encoder = UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(text), bytes, true);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
