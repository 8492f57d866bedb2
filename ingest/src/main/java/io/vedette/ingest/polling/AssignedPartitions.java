package io.vedette.ingest.polling;

import io.vedette.runtime.kafka.ConsumerThread;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the partitions that the consumer group gives to this instance.  It is in the group for that alone and reads nothing.
 */
final class AssignedPartitions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssignedPartitions.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Is told, one after the other, what this instance holds. */
    interface Holder {

        /**
         * These are its own from now on.
         *
         * @param of how many there are in all
         */
        void assigned(Set<Integer> partitions, int of);

        /** These are not its own any longer once this returns. */
        void revoked(Set<Integer> partitions);
    }

    private final String topic;
    private final Holder holder;
    private final ConsumerThread thread;

    /** @param consumers makes a consumer of the group */
    AssignedPartitions(String topic, Supplier<Consumer<byte[], byte[]>> consumers, Holder holder) {
        this.topic = topic;
        this.holder = holder;
        this.thread = new ConsumerThread("polling-group", consumers, this::hold, this::failed);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void hold(Consumer<byte[], byte[]> consumer) {
        Listener listener = new Listener(consumer, consumer.partitionsFor(topic).size());
        try {
            consumer.subscribe(List.of(topic), listener);
            while (!thread.isClosing()) {
                consumer.poll(POLL);
            }
        } finally {
            listener.giveBackAll();
        }
    }

    private void failed(Exception reason) {
        LOG.atWarn().log("who polls which sources can't be agreed on; trying again: {}", reason.toString());
    }

    private final class Listener implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private final int of;
        private final Set<Integer> held = new HashSet<>();

        Listener(Consumer<byte[], byte[]> consumer, int partitions) {
            this.consumer = consumer;
            this.of = partitions;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            Set<Integer> numbers = numbers(partitions);
            if (!numbers.isEmpty()) {
                held.addAll(numbers);
                LOG.atInfo().addKeyValue("partitions", numbers).log("polls the sources of these partitions, too");
                holder.assigned(numbers, of);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            giveBack(numbers(partitions));
        }

        void giveBackAll() {
            giveBack(Set.copyOf(held));
        }

        private void giveBack(Set<Integer> numbers) {
            Set<Integer> ours = new HashSet<>(numbers);
            ours.retainAll(held);
            if (!ours.isEmpty()) {
                held.removeAll(ours);
                holder.revoked(ours);
                LOG.atInfo().addKeyValue("partitions", ours).log("polls the sources of these partitions no more");
            }
        }

        private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
            Set<Integer> numbers = new HashSet<>();
            partitions.forEach(partition -> numbers.add(partition.partition()));
            return numbers;
        }
    }
}
