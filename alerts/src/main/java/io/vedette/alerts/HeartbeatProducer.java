package io.vedette.alerts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one empty record to each partition of the heartbeats, again and again, so that time goes on where no articles
 * come.  Nobody else writes there.  Several instances may: time takes no harm from being told twice.  While the broker is
 * away beats are left out, not piled up.
 */
final class HeartbeatProducer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatProducer.class);
    private static final byte[] NOTHING = {};
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final Topic<String, byte[]> topic;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Duration interval;
    private final Counter beats;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "vedette-heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    /** Of the timer's thread, but for closing. */
    private volatile @Nullable Producer<String, byte[]> producer;

    HeartbeatProducer(
            Topic<String, byte[]> topic,
            Supplier<Producer<String, byte[]>> producers,
            Duration interval,
            MeterRegistry meters) {
        this.topic = topic;
        this.producers = producers;
        this.interval = interval;
        this.beats = meters.counter(MetricNames.HEARTBEATS);
    }

    void start() {
        timer.scheduleAtFixedRate(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Producer<String, byte[]> open = producer;
        if (open != null) {
            open.close(CLOSE_PATIENCE);
        }
    }

    private void beat() {
        if (underWay.get() > 0) {
            return;
        }
        try {
            Producer<String, byte[]> open = opened();
            for (int partition = 0; partition < topic.settings().partitions(); partition++) {
                send(open, partition);
            }
        } catch (KafkaException e) {
            LOG.atDebug().setCause(e).log("no heartbeat could be sent");
        }
    }

    private void send(Producer<String, byte[]> open, int partition) {
        underWay.incrementAndGet();
        try {
            open.send(new ProducerRecord<>(topic.name(), partition, null, NOTHING), (at, failure) -> {
                underWay.decrementAndGet();
                if (failure == null) {
                    beats.increment();
                }
            });
        } catch (KafkaException e) {
            underWay.decrementAndGet();
            throw e;
        }
    }

    private Producer<String, byte[]> opened() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }
}
