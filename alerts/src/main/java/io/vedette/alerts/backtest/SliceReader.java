package io.vedette.alerts.backtest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads stretches of partitions with a consumer of its own, outside any group.  For one thread. */
final class SliceReader {

    private static final Duration POLL = Duration.ofMillis(250);

    /** So long without getting any further, and the broker counts as away. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final BooleanSupplier cancelled;

    /**
     * @param consumer reads committed records only and has no group; stays the caller's
     * @param cancelled asked again and again
     */
    SliceReader(Consumer<byte[], byte[]> consumer, BooleanSupplier cancelled) {
        this.consumer = consumer;
        this.cancelled = cancelled;
    }

    /**
     * Reads one stretch.
     *
     * @param progress gets how many offsets were passed, each time some were
     * @throws CancellationException if it was cancelled
     * @throws KafkaException if the broker stays away
     */
    void read(Slice slice, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each, LongConsumer progress) {
        consumer.assign(List.of(slice.partition()));
        consumer.seek(slice.partition(), slice.from());
        long position = slice.from();
        long moved = System.nanoTime();
        while (position < slice.to()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < slice.to()) {
                    each.accept(record);
                }
            }
            long now = Math.min(slice.to(), consumer.position(slice.partition()));
            if (now > position) {
                progress.accept(now - position);
                position = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw new KafkaException("nothing came from " + slice.partition() + " for "
                        + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " s; check the broker");
            }
        }
    }
}
