package io.vedette.alerts.delivery;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds alerts by where they are in their topic.  The newest are remembered, up to a number of bytes, so that only retries
 * read them again.  Thread-safe; one reads at a time.
 */
final class AlertReader implements Couriers.Alerts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Topic<String, Alert> topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final long mostBytes;
    private final Map<Place, Remembered> remembered = new LinkedHashMap<>();
    private long bytes;
    private @Nullable Consumer<byte[], byte[]> consumer;

    private record Place(int partition, long offset) {}

    private record Remembered(TracedAlert alert, int bytes) {}

    /**
     * @param consumers makes a consumer without a group that resets no offset by itself
     * @param mostBytes of remembered alerts, as they are serialized
     */
    AlertReader(Topic<String, Alert> topic, Supplier<Consumer<byte[], byte[]>> consumers, long mostBytes) {
        this.topic = topic;
        this.consumers = consumers;
        this.mostBytes = mostBytes;
    }

    void remember(ConsumerRecord<byte[], byte[]> record, Alert alert) {
        synchronized (remembered) {
            Remembered now = new Remembered(TracedAlert.of(record, alert), record.serializedValueSize());
            Remembered before = remembered.put(new Place(record.partition(), record.offset()), now);
            bytes += now.bytes() - (before == null ? 0 : before.bytes());
            Iterator<Remembered> oldest = remembered.values().iterator();
            while (bytes > mostBytes && oldest.hasNext()) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
    }

    @Override
    public @Nullable TracedAlert of(Task task) throws TimeoutException {
        synchronized (remembered) {
            Remembered known = remembered.get(new Place(task.partition(), task.offset()));
            if (known != null) {
                return known.alert();
            }
        }
        return read(task);
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private synchronized @Nullable TracedAlert read(Task task) throws TimeoutException {
        TopicPartition partition = new TopicPartition(topic.name(), task.partition());
        try {
            Consumer<byte[], byte[]> open = opened();
            open.assign(List.of(partition));
            open.seek(partition, task.offset());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : open.poll(Duration.ofMillis(100))) {
                    return record.offset() == task.offset() ? alert(record) : null;
                }
                if (open.position(partition) > task.offset()) {
                    return null;
                }
            }
            throw new TimeoutException("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (OffsetOutOfRangeException e) {
            return null;
        } catch (KafkaException e) {
            close();
            throw new TimeoutException(Trouble.describe(e));
        }
    }

    private @Nullable TracedAlert alert(ConsumerRecord<byte[], byte[]> record) throws TimeoutException {
        try {
            return TracedAlert.of(record, topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw new TimeoutException(Trouble.describe(e));
            }
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("an alert that is to be delivered can't be read");
            return null;
        }
    }

    private Consumer<byte[], byte[]> opened() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = consumers.get();
            consumer = open;
        }
        return open;
    }
}
