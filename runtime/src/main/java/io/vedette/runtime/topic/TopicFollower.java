package io.vedette.runtime.topic;

import io.vedette.runtime.CheckResult;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a compacted topic from the beginning, and on, with a consumer outside any group.  A record that
 * nobody can read is reported, counted and skipped; a broker or registry that is away is waited for.  Thread-safe.
 */
public final class TopicFollower<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Topic<String, V> topic;
    private final Sink<V> sink;
    private final ConsumerThread thread;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    /** By partition, the first offset that was not read yet. */
    private final Map<Integer, Long> applied = new HashMap<>();
    /** The keys whose newest record makes no value; keys are not told apart where there is none. */
    private final Set<String> invalid = ConcurrentHashMap.newKeySet();

    private volatile @Nullable String problem;

    /** Takes what was read, on one thread. */
    public interface Sink<V> {

        /**
         * @param value null if it was deleted
         * @throws IllegalArgumentException if it makes no sense
         */
        void apply(String key, @Nullable V value, int partition, long offset);
    }

    /**
     * @param what it reads, for the name of the thread and messages
     * @param consumers makes a consumer that reads committed records only and has no group
     */
    public TopicFollower(
            String what, Topic<String, V> topic, Supplier<Consumer<byte[], byte[]>> consumers, Sink<V> sink) {
        this.topic = topic;
        this.sink = sink;
        this.thread = new ConsumerThread("vedette-" + what, consumers, this::follow, this::failed);
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Done once everything has been read that was there when reading began; cancelled by {@link #close}. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    /** How many keys have a newest record that makes no value. */
    public int invalid() {
        return invalid.size();
    }

    /** Waits until what stands at that offset was read; says whether it was. */
    public boolean awaitApplied(int partition, long offset, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (applied) {
            while (applied.getOrDefault(partition, 0L) <= offset) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(applied, left);
            }
            return true;
        }
    }

    /** Whether all that was there has been read and the topic can be followed; with those words if so. */
    public CheckResult check(String good) {
        String wrong = problem;
        if (wrong != null) {
            return CheckResult.fail(wrong);
        }
        return caughtUp.isDone() ? CheckResult.pass(good) : CheckResult.fail(topic.name() + " is still being read");
    }

    @Override
    public void close() {
        caughtUp.cancel(false);
        thread.close();
    }

    private void follow(Consumer<byte[], byte[]> reading) {
        List<TopicPartition> partitions = reading.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic.name() + "; create it with: vedette topics create");
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        synchronized (applied) {
            applied.forEach((partition, offset) -> reading.seek(new TopicPartition(topic.name(), partition), offset));
        }
        Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
        while (!thread.isClosing()) {
            apply(reading, reading.poll(POLL));
            resumed();
            if (!caughtUp.isDone()
                    && ends.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue())) {
                caughtUp.complete(null);
            }
        }
    }

    private void apply(Consumer<byte[], byte[]> reading, ConsumerRecords<byte[], byte[]> records) {
        Map<Integer, Long> next = new HashMap<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                apply(record);
                next.put(record.partition(), record.offset() + 1);
            }
            // beyond the last record there may be markers of transactions, which are passed with it
            records.partitions().forEach(p -> next.put(p.partition(), reading.position(p)));
        } finally {
            if (!next.isEmpty()) {
                synchronized (applied) {
                    applied.putAll(next); // after the values: who sees the offset sees the value
                    applied.notifyAll();
                }
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            skip(record, "", "it has no key");
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            V value = record.value() == null
                    ? null
                    : topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            sink.apply(key, value, record.partition(), record.offset());
            invalid.remove(key);
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            skip(record, key, Trouble.describe(e));
        }
    }

    private void skip(ConsumerRecord<byte[], byte[]> record, String key, String why) {
        invalid.add(key);
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("key", key)
                .log("skipped a record that can't be used: {}", why);
    }

    private void failed(Exception cause) {
        if (problem == null) {
            LOG.atWarn().addKeyValue("topic", topic.name()).setCause(cause).log("can't read it; trying again");
        }
        problem = "can't read " + topic.name() + ": " + Trouble.describe(cause);
    }

    private void resumed() {
        if (problem != null) {
            LOG.atInfo().addKeyValue("topic", topic.name()).log("reading it again");
        }
        problem = null;
    }
}
