package io.vedette.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.deadletter.DeadLetterBox.Found;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is told over HTTP.
 *
 * @param address as {@code vedette deadletters} names it
 * @param topic where it lies
 * @param service whose it is
 * @param time of the record when it was first written
 * @param readFrom where it was read when it failed; null if that is unknown
 * @param exception the class of what went wrong
 * @param message what went wrong, in words
 * @param bytes how large key and value were
 * @param replayed when it was last sent once more; null if it was not
 */
record DeadLetterView(
        String address,
        String topic,
        String service,
        int partition,
        long offset,
        Instant time,
        @Nullable ReadFrom readFrom,
        String exception,
        String message,
        int bytes,
        @Nullable Instant replayed) {

    static DeadLetterView of(Found found, String topic) {
        DeadLetter letter = found.letter();
        return new DeadLetterView(
                letter.address().toString(),
                topic,
                letter.address().service(),
                letter.address().partition(),
                letter.address().offset(),
                letter.time(),
                ReadFrom.of(letter.origin()),
                letter.exception(),
                letter.message(),
                found.bytes(),
                found.replayed());
    }

    /** Where it was read when it failed. */
    record ReadFrom(String topic, int partition, long offset) {

        static @Nullable ReadFrom of(DeadLetter.@Nullable Origin origin) {
            return origin == null ? null : new ReadFrom(origin.topic(), origin.partition(), origin.offset());
        }
    }

    /**
     * The latest.
     *
     * @param items the latest first
     * @param all whether every dead letter was looked at; there may be older ones if not
     */
    record DeadLetterPage(List<DeadLetterView> items, boolean all) {}

    /** A header of the record that failed. */
    record DeadLetterHeader(String name, @Nullable String value) {}

    /**
     * All that is known of one.
     *
     * @param key as text, "null" for none
     * @param value as text: Avro as JSON; null where it was too large to be kept
     * @param cut whether more of the key or value is there than is shown
     * @param stackTrace its beginning
     * @param refusal why it can't be sent once more; null if it can
     */
    record DeadLetterDetails(
            DeadLetterView letter,
            List<DeadLetterHeader> headers,
            String key,
            @Nullable String value,
            boolean cut,
            String stackTrace,
            @Nullable String refusal) {

        static DeadLetterDetails of(Found found, String topic, PayloadText texts, int limit, @Nullable String refusal) {
            DeadLetter letter = found.letter();
            String key = texts.of(letter.key());
            String value = letter.omittedBytes() > 0 ? null : texts.of(letter.value());
            return new DeadLetterDetails(
                    DeadLetterView.of(found, topic),
                    letter.headers().stream()
                            .map(header -> new DeadLetterHeader(
                                    header.key(), header.value() == null ? null : new String(header.value(), UTF_8)))
                            .toList(),
                    beginning(key, limit),
                    value == null ? null : beginning(value, limit),
                    key.length() > limit || value != null && value.length() > limit,
                    letter.stackTrace(),
                    refusal);
        }

        private static String beginning(String text, int limit) {
            return text.length() <= limit ? text : text.substring(0, limit);
        }
    }

    /** One of those that are to be sent once more. */
    record LetterPlace(
            @Nullable Integer partition, @Nullable Long offset) {}

    /** Those that are to be sent once more. */
    record ReplayWanted(@Nullable String topic, @Nullable List<LetterPlace> records) {}

    /** One that was not sent, and why. */
    record ReplayRefused(String address, String reason) {}

    /**
     * What became of them.
     *
     * @param sent those that were sent now
     * @param before those that were sent before, and so not again
     * @param refused those that can't be
     */
    record ReplayDone(List<String> sent, List<String> before, List<ReplayRefused> refused) {}
}
