package io.vedette.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.kafka.ConsumerThread;
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
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
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

    private final Topic<String, Alert> alerts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer timer;
    private final Timer sincePublished;
    private final Map<TopicPartition, Long> timedFrom = new HashMap<>();
    private final ConsumerThread thread;

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
        this.clock = clock;
        this.meters = meters;
        this.timer = Metrics.timeToAlert(meters);
        this.sincePublished = Metrics.timeOutletToAlert(meters);
        this.thread = new ConsumerThread("vedette-time-to-alert", consumers, this::measureAll, TimeToAlert::failed);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void measureAll(Consumer<byte[], byte[]> reading) {
        reading.subscribe(List.of(alerts.name()), new FromHere(reading));
        while (!thread.isClosing()) {
            reading.poll(POLL).forEach(this::measure);
        }
    }

    private static void failed(Exception reason) {
        LOG.atWarn().addKeyValue("reason", Trouble.describe(reason)).log("can't measure the time to alert for now");
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
            Instant published = alert.getPublishedAt();
            // an article without a date has that of its acceptance
            if (published != null && published.isBefore(accepted)) {
                sincePublished.record(Duration.between(published, seen));
            }
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
