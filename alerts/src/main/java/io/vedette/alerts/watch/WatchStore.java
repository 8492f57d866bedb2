package io.vedette.alerts.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * The watches of the topic, compiled, and following it.  Every instance reads all partitions from the
 * beginning with a consumer of its own, outside any group: unlike a global store of Streams, a record that nobody can read
 * costs that record and not the process.
 *
 * <p>When the names change all watches are compiled anew, one after the other: an article sees each of them wholly by the old
 * names or by the new.
 *
 * <p>A broker or registry that is away makes it not ready; it tries again with growing pauses and goes on where it was.
 * Thread-safe.
 */
public final class WatchStore implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchStore.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** So many watches are compiled anew between two looks at the topic: a tenth of a second's work. */
    private static final int RENEWED_AT_ONCE = 1_000;

    private final Topic<String, Watch> topic;
    private final WatchLog log;
    /** By partition, the first offset that was not read yet. */
    private final Map<Integer, Long> applied = new ConcurrentHashMap<>();

    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final ConsumerThread thread;

    private volatile int invalid;
    private volatile @Nullable String problem;

    /**
     * @param consumers makes a consumer that reads committed records only and has no group
     * @param queries what compiles the queries at the moment; equal ones as long as the names are the same
     * @param meters gets how many watches there are, and how many records make none
     */
    public WatchStore(
            Topic<String, Watch> topic,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<QueryCompiler> queries,
            MeterRegistry meters) {
        this.topic = topic;
        this.log = new WatchLog(topic, queries);
        this.thread = new ConsumerThread("vedette-watches", consumers, this::follow, this::failed);
        meters.gauge(MetricNames.WATCHES, this, store -> store.watches().size());
        meters.gauge(MetricNames.WATCHES_INVALID, this, store -> store.invalid);
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Done once everything has been read that was on the topic when reading began; cancelled by {@link #close}. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    /** The watches as far as they were read; always the same object, which follows the topic. */
    public Watches watches() {
        return log.watches();
    }

    /**
     * Waits until what stands at that offset was read.
     *
     * @param patience how long at most; zero to look only
     * @return whether it was
     */
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

    @Override
    public String name() {
        return "watches";
    }

    @Override
    public CheckResult check() {
        String wrong = problem;
        if (wrong != null) {
            return CheckResult.fail(wrong);
        }
        return caughtUp.isDone()
                ? CheckResult.pass(watches().size() + " watches")
                : CheckResult.fail("the watches are still being read");
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
        applied.forEach((partition, offset) -> reading.seek(new TopicPartition(topic.name(), partition), offset));
        Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
        while (!thread.isClosing()) {
            boolean more = log.renew(RENEWED_AT_ONCE);
            invalid = log.invalid();
            apply(reading, reading.poll(more ? Duration.ZERO : POLL));
            resumed();
            if (!caughtUp.isDone() && ends.entrySet().stream().allMatch(end -> isRead(reading, end))) {
                LOG.atInfo().addKeyValue("watches", watches().size()).log("read all watches");
                caughtUp.complete(null);
            }
        }
    }

    private void apply(Consumer<byte[], byte[]> reading, ConsumerRecords<byte[], byte[]> records) {
        Map<Integer, Long> next = new ConcurrentHashMap<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                log.apply(record);
                next.put(record.partition(), record.offset() + 1);
            }
            // beyond the last record there may be markers of transactions, which are passed with it
            records.partitions().forEach(p -> next.put(p.partition(), reading.position(p)));
        } finally {
            if (!next.isEmpty()) {
                invalid = log.invalid();
                synchronized (applied) {
                    applied.putAll(next); // after the watches: who sees the offset sees the watch
                    applied.notifyAll();
                }
            }
        }
    }

    private static boolean isRead(Consumer<byte[], byte[]> reading, Map.Entry<TopicPartition, Long> end) {
        return reading.position(end.getKey()) >= end.getValue();
    }

    private void failed(Exception cause) {
        if (problem == null) {
            LOG.atWarn().addKeyValue("topic", topic.name()).setCause(cause).log("can't read the watches; trying again");
        }
        problem = "can't read " + topic.name() + ": " + Trouble.describe(cause);
    }

    private void resumed() {
        if (problem != null) {
            LOG.atInfo().addKeyValue("topic", topic.name()).log("reading the watches again");
        }
        problem = null;
    }
}
