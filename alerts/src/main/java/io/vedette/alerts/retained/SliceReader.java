package io.vedette.alerts.retained;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads stretches of partitions with a consumer of its own, outside any group.  For one thread. */
public final class SliceReader {

    private static final Duration POLL = Duration.ofMillis(250);

    /** So long without getting any further, and the broker counts as away. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final BooleanSupplier cancelled;

    /**
     * @param consumer reads committed records only and has no group; stays the caller's
     * @param cancelled asked again and again
     */
    public SliceReader(Consumer<byte[], byte[]> consumer, BooleanSupplier cancelled) {
        this.consumer = consumer;
        this.cancelled = cancelled;
    }

    /**
     * Reads one stretch.
     *
     * @param progress gets how many offsets were passed, each time some were
     * @throws CancellationException if it was cancelled
     * @throws TimeoutException if the broker stays away
     */
    public void read(
            Slice slice, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each, LongConsumer progress) {
        read(List.of(slice), each, progress);
    }

    /** The same with stretches of several partitions at once, each in its order; they come as the broker has them. */
    public void read(
            Collection<Slice> slices,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each,
            LongConsumer progress) {
        Map<TopicPartition, Slice> left = new HashMap<>(slices.stream()
                .filter(slice -> slice.length() > 0)
                .collect(Collectors.toMap(Slice::partition, slice -> slice)));
        consumer.assign(left.keySet());
        consumer.resume(left.keySet()); // one that is assigned once more is still paused
        left.values().forEach(slice -> consumer.seek(slice.partition(), slice.from()));
        long moved = System.nanoTime();
        while (!left.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Slice slice = left.get(new TopicPartition(record.topic(), record.partition()));
                if (slice != null && record.offset() < slice.to()) {
                    each.accept(record);
                }
            }
            if (advance(left, progress)) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw new TimeoutException("nothing came from " + left.keySet() + " for "
                        + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " s");
            }
        }
    }

    /** Takes note of how far it has got; false if nowhere. */
    private boolean advance(Map<TopicPartition, Slice> left, LongConsumer progress) {
        boolean moved = false;
        for (Slice slice : List.copyOf(left.values())) {
            TopicPartition partition = slice.partition();
            long now = Math.min(slice.to(), consumer.position(partition));
            if (now > slice.from()) {
                moved = true;
                progress.accept(now - slice.from());
                left.put(partition, new Slice(partition, now, slice.to()));
            }
            if (now >= slice.to()) {
                left.remove(partition);
                consumer.pause(List.of(partition));
            }
        }
        return moved;
    }
}
