package io.vedette.alerts.delivery;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Alert;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the loop that reads alerts, writes down what is to do, has it done, and writes down what came of it.  Every
 * transaction carries the offsets of all partitions that this instance has: one that has lost them commits nothing.  After
 * an exception it is closed, and another one begins with what is committed.  For one thread, but for {@link #replay}.
 */
final class DeliverySession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final Duration GAUGES = Duration.ofSeconds(1);

    /**
     * What a session works with; the closable ones become its own, but for the couriers.
     *
     * @param group the consumer that shares the alerts with other instances
     * @param producer of transactions, ready for the first
     * @param firstStart where to begin in a partition of which nothing was ever committed; its end otherwise
     */
    record Parts(
            Topic<String, Alert> alerts,
            Consumer<byte[], byte[]> group,
            Producer<byte[], byte[]> producer,
            Restoration restoration,
            Backlog backlog,
            Ledger ledger,
            Couriers couriers,
            AlertReader reader,
            Routing routing,
            Map<String, Lane> lanes,
            RetryPolicy retries,
            DeliveryMetrics metrics,
            Map<TopicPartition, Long> firstStart,
            Clock clock) {}

    private final Parts parts;
    private final Set<Integer> ready = new HashSet<>();
    private final Queue<DeliveryState> wishes = new ConcurrentLinkedQueue<>();
    private final List<Attempt> held = new ArrayList<>();
    private boolean uncommittedPositions;
    private Instant gaugesAt = Instant.EPOCH;
    private volatile boolean settled;

    DeliverySession(Parts parts) {
        this.parts = parts;
        parts.group().subscribe(List.of(parts.alerts().name()), new Rebalances());
    }

    /** One round: reads, writes, dispatches. */
    void round() {
        ConsumerRecords<byte[], byte[]> records = parts.group().poll(POLL);
        restore();
        commit(records, attempts(parts.couriers().finished()));
        Instant now = parts.clock().instant();
        parts.couriers().dispatch(parts.backlog(), now);
        if (gaugesAt.plus(GAUGES).isBefore(now)) {
            parts.metrics().open(parts.backlog().all());
            gaugesAt = now;
        }
        // of more instances than partitions some have none, and are well
        settled = parts.group().groupMetadata().generationId() >= 0
                && ready.size() == parts.group().assignment().size();
    }

    /** Whether it is one of the group, and knows what is to do in all partitions that it has.  From any thread. */
    boolean settled() {
        return settled;
    }

    /** Somebody wishes that this be tried again; it is, if this instance has its partition.  From any thread. */
    void replay(DeliveryState wish) {
        wishes.add(wish);
    }

    /** Waits a moment for what is under way, so that less is done twice, and writes it down. */
    void farewell() throws InterruptedException {
        commit(ConsumerRecords.empty(), parts.couriers().settle(Set.copyOf(ready), FAREWELL));
    }

    @Override
    public void close() {
        parts.producer().close(FAREWELL);
        // leaving the group takes its partitions away, and with them what is being restored
        parts.group().close();
        parts.restoration().close();
        parts.backlog().clear();
    }

    private void restore() {
        Map<Integer, Collection<Task>> done = parts.restoration().advance(GLANCE);
        done.forEach((partition, tasks) -> {
            tasks.forEach(parts.backlog()::put);
            ready.add(partition);
            LOG.atInfo()
                    .addKeyValue("partition", partition)
                    .addKeyValue("open", tasks.size())
                    .log("delivery goes on");
        });
        if (!done.isEmpty()) {
            parts.group().resume(partitions(done.keySet()));
            uncommittedPositions = true;
        }
    }

    private void commit(ConsumerRecords<byte[], byte[]> records, List<Attempt> attempts) {
        List<Task> replays = replays();
        if (records.isEmpty() && attempts.isEmpty() && replays.isEmpty() && !uncommittedPositions) {
            return;
        }
        Instant now = parts.clock().instant();
        parts.producer().beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            open(record, now);
        }
        for (Attempt attempt : attempts) {
            attempt.tasks().stream().filter(this::current).forEach(task -> parts.ledger()
                    .ended(task, attempt, parts.retries(), now));
        }
        replays.forEach(parts.ledger()::open);
        // all records are there before the group says whether they may be: whoever has the partitions next looks for
        // the
        // end of the topic only after that
        parts.producer().flush();
        parts.producer().sendOffsetsToTransaction(positions(), parts.group().groupMetadata());
        parts.producer().commitTransaction();
        uncommittedPositions = false;
        parts.ledger().committed();
    }

    /**
     * Those of which it is known what they come to.  An attempt that was begun in an earlier session, or before its partition
     * went and came again, is kept for a while: counted, it need not be made again.
     */
    private List<Attempt> attempts(List<Attempt> ended) {
        held.addAll(ended);
        Instant forgotten = parts.clock().instant().minus(HOLD);
        List<Attempt> known = held.stream()
                .filter(attempt -> attempt.tasks().stream().allMatch(task -> ready.contains(task.partition()))
                        || attempt.at().plusMillis(attempt.millis()).isBefore(forgotten))
                .toList();
        held.removeAll(known);
        return known;
    }

    /** Whether this is still how things stand with a task that was attempted. */
    private boolean current(Task task) {
        Task known = parts.backlog().get(task.key());
        return ready.contains(task.partition()) && known != null && known.attempt() == task.attempt();
    }

    private void open(ConsumerRecord<byte[], byte[]> record, Instant now) {
        Alert alert = read(record);
        if (alert == null) {
            return;
        }
        for (String channel : parts.routing().channels(alert)) {
            Routing.Outlet outlet = parts.routing().outlet(channel);
            if (outlet != null) {
                parts.ledger().written(outlet, TracedAlert.of(record, alert), channel, now);
            } else {
                Lane lane = parts.lanes().get(channel);
                Instant first = lane == null ? now : lane.first(now);
                parts.ledger().open(Task.fresh(alert, channel, record.partition(), record.offset(), now, first));
                parts.reader().remember(record, alert);
            }
        }
    }

    private @Nullable Alert read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return parts.alerts().valueSerde().deserializer().deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("an alert can't be read, and is delivered to nobody");
            return null;
        }
    }

    /** Of wishes for partitions that are still being read it is not known yet what they come to. */
    private List<Task> replays() {
        Instant now = parts.clock().instant();
        List<Task> replays = new ArrayList<>();
        List<DeliveryState> later = new ArrayList<>();
        for (DeliveryState wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            if (ready.contains(wish.getPartition())) {
                Task known = parts.backlog().get(wish.getAlertId() + "/" + wish.getChannel());
                replays.add(known == null ? Task.of(wish, now) : known.replayed(now));
            } else if (parts.restoration().of(wish.getPartition())) {
                later.add(wish);
            }
        }
        wishes.addAll(later);
        return replays;
    }

    private Map<TopicPartition, OffsetAndMetadata> positions() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : partitions(ready)) {
            positions.put(partition, new OffsetAndMetadata(parts.group().position(partition)));
        }
        return positions;
    }

    private Set<TopicPartition> partitions(Collection<Integer> numbers) {
        return numbers.stream()
                .map(number -> new TopicPartition(parts.alerts().name(), number))
                .collect(Collectors.toSet());
    }

    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (assigned.isEmpty()) {
                return;
            }
            parts.group().pause(assigned);
            // also waits until a transaction that the one before left open is decided
            Map<TopicPartition, OffsetAndMetadata> committed = parts.group().committed(Set.copyOf(assigned));
            for (TopicPartition partition : assigned) {
                if (committed.get(partition) == null) {
                    begin(partition);
                }
            }
            parts.restoration().begin(numbers(assigned));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            Set<Integer> numbers = numbers(revoked);
            try {
                commit(ConsumerRecords.empty(), parts.couriers().settle(numbers, FAREWELL));
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } finally {
                drop(numbers);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            drop(numbers(lost));
        }

        private void drop(Set<Integer> numbers) {
            parts.restoration().cancel(numbers);
            parts.backlog().drop(numbers);
            ready.removeAll(numbers);
        }

        /** Nobody delivers the alerts of the last ninety days because somebody tries Vedette's delivery today. */
        private void begin(TopicPartition partition) {
            Long start = parts.firstStart().get(partition);
            if (start == null) {
                parts.group().seekToBeginning(List.of(partition));
            } else {
                parts.group().seek(partition, start);
            }
        }

        private Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        }
    }
}
