package io.vedette.alerts.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What delivery counts; channels are those that are configured, and {@code unknown}.  Thread-safe. */
final class DeliveryMetrics {

    private final MeterRegistry meters;
    private final Set<String> channels;
    private final Map<String, AtomicLong> open = new ConcurrentHashMap<>();

    DeliveryMetrics(MeterRegistry meters, Set<String> channels) {
        this.meters = meters;
        this.channels = channels;
        for (String channel : channels) {
            for (Task.Status status : Task.Status.values()) {
                gauge(channel, status);
            }
            // from 0 on: the first delivery, and the first that fails, is a rate, too
            for (Result result : Result.values()) {
                counter(channel, result);
            }
            timer(channel);
        }
    }

    void attempted(String channel, Result result, int millis) {
        String known = known(channel);
        count(known, result);
        timer(known).record(Duration.ofMillis(millis));
    }

    /** Written to a topic, which is no attempt that could take long or fail by itself. */
    void written(String channel) {
        count(known(channel), Result.DELIVERED);
    }

    /** How much there is of what is not done. */
    void open(Iterable<Task> tasks) {
        open.values().forEach(gauge -> gauge.set(0));
        tasks.forEach(task -> gauge(known(task.channel()), task.status()).incrementAndGet());
    }

    private void count(String channel, Result result) {
        counter(channel, result).increment();
    }

    private Counter counter(String channel, Result result) {
        return meters.counter(MetricNames.DELIVERIES, "channel", channel, "outcome", result.tag());
    }

    private Timer timer(String channel) {
        return meters.timer(MetricNames.DELIVERY_TIME, "channel", channel);
    }

    private AtomicLong gauge(String channel, Task.Status status) {
        return open.computeIfAbsent(channel + "/" + status, key -> {
            AtomicLong value = new AtomicLong();
            meters.gauge(
                    MetricNames.DELIVERIES_OPEN,
                    Tags.of("channel", channel, "status", status.name().toLowerCase(Locale.ROOT)),
                    value);
            return value;
        });
    }

    private String known(String channel) {
        return channels.contains(channel) ? channel : "unknown";
    }
}
