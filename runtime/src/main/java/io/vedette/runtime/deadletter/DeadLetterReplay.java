package io.vedette.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topic.Cleanup;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters once more to where they came from: same partition, key, value, headers and time, and a header that
 * names the letter.  Each goes in one transaction with a mark that it was sent, so that a run that was interrupted, or
 * a second one, sends nothing twice; a run that begins ends the one before it.  For one thread.
 */
public final class DeadLetterReplay implements AutoCloseable {

    /** In the record that is sent once more: the letter's address. */
    static final String HEADER = "vedette.dead.letter";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Topics topics;
    private final DeadLetterBox box;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * Fences off a replay that still runs.  Read the box for what is to be sent only after this.
     *
     * @param box reads what a letter had to leave out
     */
    public DeadLetterReplay(Configuration configuration, Topics topics, DeadLetterBox box) {
        this.topics = topics;
        this.box = box;
        String transactionalId = configuration.topics().prefix() + "deadletters-replay";
        this.producer = new KafkaProducer<>(
                new KafkaClients(configuration.kafka()).transactionalProducer(transactionalId, TIMEOUT),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Why this letter can't be sent once more; null if it can, as far as can be told without reading its origin. */
    public static @Nullable String refusal(Topics topics, DeadLetter letter) {
        DeadLetter.Origin origin = letter.origin();
        if (origin == null) {
            return "its headers don't say where it came from";
        }
        boolean compacted = Stream.concat(topics.all().stream(), topics.internal().stream())
                .filter(topic -> topic.name().equals(origin.topic()))
                .map(Topic::settings)
                .anyMatch(settings -> settings.cleanup() != Cleanup.DELETE);
        return compacted
                ? "in " + origin.topic() + " the latest record of a key counts, and there may be a later one by now:"
                        + " save it again instead"
                : null;
    }

    /**
     * Sends these in one transaction.
     *
     * @return what could not be sent, each with its reason
     * @throws KafkaException if the broker refuses or another replay has begun: none of them was sent then
     */
    public List<String> send(List<DeadLetter> letters) throws InterruptedException {
        return sendAll(letters).entrySet().stream()
                .map(refused -> refused.getKey() + ": " + refused.getValue())
                .toList();
    }

    /**
     * The same.
     *
     * @return the addresses of those that could not be sent, each with its reason
     */
    Map<Address, String> sendAll(List<DeadLetter> letters) throws InterruptedException {
        Map<Address, String> refused = new LinkedHashMap<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        producer.beginTransaction();
        try {
            for (DeadLetter letter : letters) {
                String reason = refusal(topics, letter);
                ProducerRecord<byte[], byte[]> record = reason == null ? record(letter) : null;
                if (record == null) {
                    refused.put(
                            letter.address(),
                            reason == null ? "it was too large to be kept, and its origin is gone" : reason);
                } else {
                    sent.add(producer.send(record));
                    sent.add(producer.send(
                            ReplayMark.of(box.topic(letter.address().service()), letter.address())));
                }
            }
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            producer.commitTransaction();
            return refused;
        } catch (ExecutionException e) {
            producer.abortTransaction();
            throw new KafkaException(
                    "sending failed, none of these " + letters.size() + " was sent: " + e.getCause(), e);
        }
    }

    private @Nullable ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        DeadLetter.Origin origin = letter.origin();
        byte[] key = letter.key();
        byte[] value = letter.value();
        if (origin == null) {
            return null;
        }
        if (letter.omittedBytes() > 0) {
            ConsumerRecord<byte[], byte[]> original = box.original(origin);
            if (original == null) {
                return null;
            }
            key = original.key();
            value = original.value();
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                origin.topic(), origin.partition(), letter.time().toEpochMilli(), key, value);
        for (Header header : letter.headers()) {
            if (!header.key().equals(HEADER)) {
                record.headers().add(header);
            }
        }
        record.headers().add(HEADER, letter.address().toString().getBytes(UTF_8));
        return record;
    }

    @Override
    public void close() {
        producer.close(TIMEOUT);
    }
}
