package io.vedette.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.streams.DeadLetters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, as it lies in a topic of dead letters.
 *
 * @param address where it lies
 * @param time of the record when it was first written
 * @param origin where it was read when it failed; null if the headers don't say
 * @param exception the class of what went wrong
 * @param message what went wrong, in words
 * @param stackTrace the beginning of it
 * @param key the original key
 * @param value the original value; null also where it was left out
 * @param headers the original headers
 * @param omittedBytes how large key and value were that were left out since they would not fit; 0 if they are there
 */
public record DeadLetter(
        Address address,
        Instant time,
        @Nullable Origin origin,
        String exception,
        String message,
        String stackTrace,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers,
        int omittedBytes) {

    /** A record that was read when it failed. */
    public record Origin(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + ":" + partition + ":" + offset;
        }
    }

    /** @throws IllegalArgumentException if the headers are none of a dead letter */
    static DeadLetter of(String service, ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        String omitted = text(headers, DeadLetters.OMITTED_BYTES);
        List<Header> originals = new ArrayList<>();
        for (Header header : headers) {
            if (!header.key().startsWith(DeadLetters.ERROR_HEADERS)
                    && !header.key().equals(DeadLetters.OMITTED_BYTES)) {
                originals.add(header);
            }
        }
        return new DeadLetter(
                new Address(service, record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                origin(headers),
                error(headers, "exception"),
                error(headers, "message"),
                error(headers, "stacktrace"),
                record.key(),
                record.value(),
                originals,
                omitted == null ? 0 : Integer.parseInt(omitted));
    }

    /** The class without its package. */
    public String exceptionName() {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }

    /** The same, with neither key nor value. */
    DeadLetter withoutPayload() {
        return new DeadLetter(address, time, origin, exception, message, stackTrace, null, null, headers, omittedBytes);
    }

    /** How large key and value were. */
    public int bytes() {
        return omittedBytes + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }

    private static @Nullable Origin origin(Headers headers) {
        String topic = error(headers, "topic");
        String partition = error(headers, "partition");
        String offset = error(headers, "offset");
        return topic.isEmpty() || partition.isEmpty() || offset.isEmpty()
                ? null
                : new Origin(topic, Integer.parseInt(partition), Long.parseLong(offset));
    }

    private static String error(Headers headers, String name) {
        String text = text(headers, DeadLetters.ERROR_HEADERS + name);
        return text == null ? "" : text;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
