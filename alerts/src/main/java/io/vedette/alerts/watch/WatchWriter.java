package io.vedette.alerts.watch;

import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes watches to the topic, none that can't be compiled or fails its own examples.  Thread-safe. */
public final class WatchWriter implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Topic<String, Watch> topic;
    private final Topic<String, Watch> versions;
    private final Supplier<Producer<String, Watch>> producers;
    private final Supplier<Watches> current;
    private final QueryCompiler queries;
    private final ExampleCheck examples;
    private final Clock clock;
    private @Nullable Producer<String, Watch> producer;

    /**
     * What was written, and where: the change has been applied by whoever has read beyond that offset.
     *
     * @param watch as written; null for a deletion
     */
    public record Written(@Nullable Watch watch, int partition, long offset) {}

    /**
     * @param versions where every version is kept
     * @param producers makes a producer that waits for all replicas and is idempotent; asked at the first write
     * @param current says which version a watch has now
     * @param queries compiles them, as everybody who reads them does
     * @param examples holds each watch to its examples before it is written
     */
    public WatchWriter(
            Topic<String, Watch> topic,
            Topic<String, Watch> versions,
            Supplier<Producer<String, Watch>> producers,
            Supplier<Watches> current,
            QueryCompiler queries,
            ExampleCheck examples,
            Clock clock) {
        this.topic = topic;
        this.versions = versions;
        this.producers = producers;
        this.current = current;
        this.queries = queries;
        this.examples = examples;
        this.clock = clock;
    }

    /**
     * Adds a watch, or changes the one of that id; its version is one higher than the current one's.
     *
     * @param enabled whether it raises alerts
     * @param by who does it; null if unknown
     * @throws QueryException if its query can't be compiled: nothing is written
     * @throws FailedExampleException if it fails one of its examples: nothing is written
     * @throws WatchWriteException if it can't be written
     */
    public Written put(WatchDefinition watch, boolean enabled, @Nullable String by) {
        WatchQuery query = queries.compile(watch.query());
        examples.check(query, watch.options().examples());
        int version = current.get()
                .get(watch.id())
                .map(known -> known.watch().getVersion() + 1)
                .orElse(1);
        return write(
                watch.id(),
                WatchRecord.of(watch)
                        .setQuery(query.toString())
                        .setVersion(version)
                        .setEnabled(enabled)
                        .setUpdatedAt(clock.instant())
                        .setUpdatedBy(by)
                        .build(),
                by);
    }

    /**
     * Deletes a watch; does no harm if there is none.
     *
     * @param by who does it; null if unknown
     * @throws WatchWriteException if the deletion can't be written
     */
    public Written delete(String id, @Nullable String by) {
        return write(id, null, by);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }

    private synchronized Producer<String, Watch> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private Written write(String id, @Nullable Watch watch, @Nullable String by) {
        try {
            Producer<String, Watch> open = producer();
            Future<RecordMetadata> sent = open.send(new ProducerRecord<>(topic.name(), id, watch));
            Future<RecordMetadata> kept = open.send(WatchVersions.record(versions, id, watch, by));
            RecordMetadata at = sent.get();
            kept.get();
            return new Written(watch, at.partition(), at.offset());
        } catch (ExecutionException e) {
            throw new WatchWriteException(id, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw new WatchWriteException(id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WatchWriteException(id, e);
        }
    }
}
