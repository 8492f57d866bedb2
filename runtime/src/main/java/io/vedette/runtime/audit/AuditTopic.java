package io.vedette.runtime.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log as a topic.  Entries wait in a queue of fixed length for one thread that sends them; what finds no room, and
 * what Kafka does not take, is counted as lost and said in the log.  The thread and the producer begin with the first entry.
 */
public final class AuditTopic implements Audit, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTopic.class);
    private static final long CLOSE_PATIENCE_MILLIS = 3_000;
    private static final Duration FLUSH_PATIENCE = Duration.ofSeconds(2);

    private final Topic<String, AuditEntry> topic;
    private final Supplier<Producer<String, AuditEntry>> producers;
    private final BlockingQueue<AuditEntry> waiting;
    private final Counter lost;
    private final Thread thread = new Thread(this::run, "vedette-audit");
    private boolean started;
    private volatile boolean closing;
    private volatile boolean troubled;

    /**
     * @param producers makes a producer that waits for all replicas; asked at the first entry
     * @param capacity how many entries may wait
     * @param meters counts those that are lost
     */
    public AuditTopic(
            Topic<String, AuditEntry> topic,
            Supplier<Producer<String, AuditEntry>> producers,
            int capacity,
            MeterRegistry meters) {
        this.topic = topic;
        this.producers = producers;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.lost = meters.counter(MetricNames.AUDIT_LOST);
        thread.setDaemon(true);
    }

    @Override
    public void record(AuditEntry entry) {
        start();
        if (!waiting.offer(entry)) {
            lose("more come than Kafka takes");
        }
    }

    /** Sends what waits, for a few seconds at most. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private synchronized void start() {
        if (!started && !closing) {
            started = true;
            thread.start();
        }
    }

    private void run() {
        Producer<String, AuditEntry> producer = null;
        try {
            while (!closing || !waiting.isEmpty()) {
                AuditEntry entry = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    producer = producer == null ? open() : producer;
                    send(producer, entry);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (producer != null) {
                producer.close(FLUSH_PATIENCE);
            }
        }
    }

    private @Nullable Producer<String, AuditEntry> open() {
        try {
            return producers.get();
        } catch (RuntimeException e) {
            lose(Trouble.describe(e));
            return null;
        }
    }

    private void send(@Nullable Producer<String, AuditEntry> producer, AuditEntry entry) {
        if (producer == null) {
            return;
        }
        try {
            producer.send(new ProducerRecord<>(topic.name(), entry.getWho(), entry), (at, failure) -> {
                if (failure == null) {
                    troubled = false;
                } else {
                    lose(Trouble.describe(failure));
                }
            });
        } catch (RuntimeException e) {
            lose(Trouble.describe(e));
        }
    }

    private void lose(String why) {
        lost.increment();
        if (!troubled) {
            troubled = true;
            LOG.atError()
                    .addKeyValue("topic", topic.name())
                    .log("the audit log loses entries: {}; is there the topic? vedette topics create makes it", why);
        }
    }
}
