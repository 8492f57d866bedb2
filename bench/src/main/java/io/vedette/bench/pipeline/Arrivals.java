package io.vedette.bench.pipeline;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When records with known keys come out on a topic, as a reader of committed records sees it. */
final class Arrivals implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private volatile long last = System.nanoTime();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "arrivals");

    /** Reads from now on. */
    Arrivals(Configuration configuration, String topic) {
        consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** A record with that key is to come, and counts from then. */
    void due(String key, long nanos) {
        due.put(key, nanos);
    }

    /** All records that came out, also those with other keys. */
    long count() {
        return count.get();
    }

    /**
     * Whether for two minutes nothing has come.
     *
     * @param since from when on something was to come, as {@link System#nanoTime}
     */
    boolean isSilent(long since) {
        return System.nanoTime() - Math.max(since, last) > PATIENCE_NANOS;
    }

    /** How long each of those that have come took. */
    double[] soFar() {
        return taken.values().stream().mapToDouble(nanos -> nanos / 1e6).toArray();
    }

    /**
     * How long each took, once all are there.
     *
     * @throws IllegalStateException if some are not, and for two minutes none comes
     */
    double[] millis() throws InterruptedException {
        long since = System.nanoTime();
        while (taken.size() < due.size()) {
            if (isSilent(since)) {
                throw new IllegalStateException(due.size() - taken.size() + " of " + due.size() + " did not come out");
            }
            Thread.sleep(50);
        }
        return soFar();
    }

    @Override
    public void close() throws InterruptedException {
        closing.set(true);
        thread.join();
    }

    private void run() {
        try (consumer) {
            while (!closing.get()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(10))) {
                    count.incrementAndGet();
                    last = System.nanoTime();
                    Long from = due.get(record.key());
                    if (from != null) {
                        taken.putIfAbsent(record.key(), System.nanoTime() - from);
                    }
                }
            }
        }
    }
}
