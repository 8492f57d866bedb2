package io.vedette.bench.pipeline;

import io.vedette.bench.Progress;
import io.vedette.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts committed records that come out from now on. */
final class OutputCounter implements AutoCloseable {

    /** Without a single output. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    OutputCounter(KafkaClients kafka, String topic) {
        consumer = new KafkaConsumer<>(kafka.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Outputs a second, from the first batch seen to the last of the expected.
     *
     * @throws IllegalStateException if for two minutes none comes
     */
    double rate(int expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long report = System.nanoTime() + BETWEEN_REPORTS.toNanos();
        int seen = 0;
        int inFirst = 0;
        long first = 0;
        while (seen < expected) {
            int count = consumer.poll(Duration.ofMillis(50)).count();
            if (seen == 0 && count > 0) {
                first = System.nanoTime();
                inFirst = count;
            }
            seen += count;
            long now = System.nanoTime();
            if (count > 0) {
                deadline = now + PATIENCE.toNanos();
            } else if (now > deadline) {
                throw new IllegalStateException(
                        seen + " of " + expected + " came out, then none for " + PATIENCE.toSeconds() + " s");
            }
            if (now > report) {
                Progress.show(seen + " of " + expected);
                report = now + BETWEEN_REPORTS.toNanos();
            }
        }
        return (expected - inFirst) * 1e9 / (System.nanoTime() - first);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
