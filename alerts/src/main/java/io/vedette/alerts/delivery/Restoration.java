package io.vedette.alerts.delivery;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is still to do in partitions that came to this instance, a bit at a time.  A partition is done when all that
 * was written before it came here is read, and every transaction on it decided.  For one thread.
 */
final class Restoration implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final Topic<String, DeliveryState> topic;
    private final Consumer<byte[], byte[]> consumer;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;
    private final Clock clock;
    private final Map<Integer, Progress> underWay = new HashMap<>();

    private record Progress(long end, Map<String, Task> tasks) {}

    /**
     * @param consumer of committed records, without a group; closed with this
     * @param ends tells where partitions end, uncommitted records included
     */
    Restoration(
            Topic<String, DeliveryState> topic,
            Consumer<byte[], byte[]> consumer,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends,
            Clock clock) {
        this.topic = topic;
        this.consumer = consumer;
        this.ends = ends;
        this.clock = clock;
    }

    void begin(Collection<Integer> partitions) {
        Collection<TopicPartition> all =
                partitions.stream().map(this::partition).toList();
        ends.apply(all)
                .forEach((partition, end) -> underWay.put(partition.partition(), new Progress(end, new HashMap<>())));
        assign();
        consumer.seekToBeginning(all);
    }

    void cancel(Collection<Integer> partitions) {
        underWay.keySet().removeAll(partitions);
        assign();
    }

    /** Whether that partition is being read. */
    boolean of(int partition) {
        return underWay.containsKey(partition);
    }

    /** Reads on. @return what there is to do in partitions that are done now, by partition */
    Map<Integer, Collection<Task>> advance(Duration patience) {
        if (underWay.isEmpty()) {
            return Map.of();
        }
        consumer.poll(patience).forEach(this::apply);
        Map<Integer, Collection<Task>> done = new HashMap<>();
        underWay.forEach((partition, progress) -> {
            if (consumer.position(partition(partition)) >= progress.end()) {
                done.put(partition, progress.tasks().values());
            }
        });
        if (!done.isEmpty()) {
            cancel(done.keySet());
        }
        return done;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        Progress progress = underWay.get(record.partition());
        if (progress == null || record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            progress.tasks().remove(key);
            return;
        }
        try {
            DeliveryState state = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            progress.tasks().put(key, Task.of(state, clock.instant()));
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("skipped a record of delivery-state that can't be read");
        }
    }

    /** Keeps the positions of those that stay. */
    private void assign() {
        consumer.assign(underWay.keySet().stream().map(this::partition).collect(Collectors.toSet()));
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic.name(), number);
    }
}
