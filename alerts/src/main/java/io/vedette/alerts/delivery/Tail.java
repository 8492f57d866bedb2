package io.vedette.alerts.delivery;

import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.streams.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics from some place on, as every instance does for what it shows: with a consumer of its own and no group.
 * After a failure it goes on where it was.
 */
final class Tail implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** A failure is over when for so long there was no other, more than the longest pause before one. */
    private static final long CALM_NANOS = Duration.ofSeconds(10).toNanos();

    /** Takes records, in the order of each partition, from one thread. */
    @FunctionalInterface
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * A topic to follow.
     *
     * @param back how many records of the past to begin with, over all partitions and roughly; {@link #ALL} for all of them
     */
    record Followed(String topic, long back, Reader reader) {
        static final long ALL = Long.MAX_VALUE;
    }

    private final List<Followed> topics;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final ConsumerThread thread;
    private volatile @Nullable Failure last;

    private record Failure(String reason, long nanos) {}

    Tail(List<Followed> topics, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.topics = List.copyOf(topics);
        thread = new ConsumerThread("vedette-delivery-tail", consumers, this::follow, this::failed);
    }

    void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "deliveries";
    }

    /** Whether what is shown is not out of date. */
    @Override
    public CheckResult check() {
        Failure failure = last;
        return failure == null || System.nanoTime() - failure.nanos() > CALM_NANOS
                ? CheckResult.pass()
                : CheckResult.fail("can't follow alerts and deliveries: " + failure.reason());
    }

    @Override
    public void close() {
        thread.close();
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        begin(consumer);
        while (!thread.isClosing()) {
            consumer.poll(POLL).forEach(this::read);
        }
    }

    private void failed(Exception reason) {
        last = new Failure(Trouble.describe(reason), System.nanoTime());
        LOG.atWarn().addKeyValue("reason", Trouble.describe(reason)).log("can't follow alerts and deliveries for now");
    }

    private void begin(Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> back = new HashMap<>();
        for (Followed followed : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(followed.topic());
            long share = followed.back() == Followed.ALL ? Followed.ALL : followed.back() / partitions.size();
            partitions.forEach(info -> back.put(new TopicPartition(info.topic(), info.partition()), share));
        }
        consumer.assign(back.keySet());
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(back.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(back.keySet());
        back.forEach((partition, share) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, beginning);
            long start = share >= end - beginning ? beginning : end - share;
            consumer.seek(partition, Math.max(beginning, next.getOrDefault(partition, start)));
        });
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            for (Followed followed : topics) {
                if (followed.topic().equals(record.topic())) {
                    followed.reader().read(record);
                }
            }
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("skipped a record that can't be read");
        }
        next.put(partition, record.offset() + 1);
    }
}
