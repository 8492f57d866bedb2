package io.vedette.ingest.source;

import io.vedette.schemas.Source;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes sources to the topic, as {@link SourceForm#source} has made them.  Thread-safe. */
public final class SourceWriter implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Topic<String, Source> topic;
    private final Supplier<Producer<String, Source>> producers;
    private final Function<String, Optional<StoredSource>> current;
    private final Clock clock;
    private @Nullable Producer<String, Source> producer;

    /**
     * What was written, and where: the change has been applied by whoever has read beyond that offset.
     *
     * @param source as written; null for a deletion
     */
    public record Written(@Nullable Source source, int partition, long offset) {}

    /**
     * @param producers makes a producer that waits for all replicas and is idempotent; asked at the first write
     * @param current says which version a source has now
     */
    public SourceWriter(
            Topic<String, Source> topic,
            Supplier<Producer<String, Source>> producers,
            Function<String, Optional<StoredSource>> current,
            Clock clock) {
        this.topic = topic;
        this.producers = producers;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Adds a source, or changes the one of that id; its version is one higher than the current one's.
     *
     * @param by who does it; null if unknown
     * @throws SourceWriteException if it can't be written
     */
    public Written put(Source source, @Nullable String by) {
        int version = current.apply(source.getId())
                .map(known -> known.source().getVersion() + 1)
                .orElse(1);
        return write(
                source.getId(),
                Source.newBuilder(source)
                        .setVersion(version)
                        .setUpdatedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setUpdatedBy(by)
                        .build());
    }

    /**
     * Deletes a source; does no harm if there is none.
     *
     * @throws SourceWriteException if the deletion can't be written
     */
    public Written delete(String id) {
        return write(id, null);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }

    private synchronized Producer<String, Source> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private Written write(String id, @Nullable Source source) {
        try {
            RecordMetadata at = producer()
                    .send(new ProducerRecord<>(topic.name(), id, source))
                    .get();
            return new Written(source, at.partition(), at.offset());
        } catch (ExecutionException e) {
            throw new SourceWriteException(id, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw new SourceWriteException(id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceWriteException(id, e);
        }
    }
}
