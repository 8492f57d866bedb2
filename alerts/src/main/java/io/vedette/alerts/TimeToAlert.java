package io.vedette.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the alerts that are out, and measures how long each took: from the append of its article until a reader of
 * committed records sees it, as every subscriber does.  All instances read as one group, so that each alert counts once.
 *
 * <p>Not timed is what was there before the reader took the partition over, since it waited for the reader, and what an
 * embargo held back.
 */
final class TimeToAlert implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimeToAlert.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 2_000;

    private final Topic<String, Alert> alerts;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer timer;
    private final Map<TopicPartition, Long> timedFrom = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "vedette-time-to-alert");

    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * @param consumers makes a consumer of committed records with a group that all instances share
     * @param clock what the time of seeing is taken from
     */
    TimeToAlert(
            Topic<String, Alert> alerts,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Clock clock,
            MeterRegistry meters) {
        this.alerts = alerts;
        this.consumers = consumers;
        this.clock = clock;
        this.meters = meters;
        this.timer = Metrics.timeToAlert(meters);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Consumer<byte[], byte[]> reading = consumers.get()) {
                consumer = reading;
                reading.subscribe(List.of(alerts.name()), new FromHere(reading));
                while (closing.getCount() > 0) {
                    reading.poll(POLL).forEach(this::measure);
                }
            } catch (WakeupException e) {
                LOG.debug("woken up to close", e);
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("reason", Trouble.describe(e)).log("can't measure the time to alert for now");
                pause();
            }
        }
    }

    private void measure(ConsumerRecord<byte[], byte[]> record) {
        Instant seen = clock.instant();
        Alert alert = read(record);
        if (alert == null) {
            return;
        }
        meters.counter(MetricNames.ALERTS_OUT, "severity", alert.getSeverity()).increment();
        long from = timedFrom.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
        Instant accepted = alert.getAcceptedAt();
        if (record.offset() >= from && accepted != null && alert.getEmbargoUntil() == null) {
            Duration taken = Duration.between(accepted, seen);
            timer.record(taken.isNegative() ? Duration.ZERO : taken);
        }
    }

    private @Nullable Alert read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return alerts.valueSerde().deserializer().deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("can't read an alert to measure its time");
            return null;
        }
    }

    private void pause() {
        try {
            closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Remembers where each partition ended when it was taken over. */
    private final class FromHere implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> reading;

        FromHere(Consumer<byte[], byte[]> reading) {
            this.reading = reading;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            timedFrom.putAll(reading.endOffsets(partitions));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(timedFrom::remove);
        }
    }
}
