package io.vedette.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
        }
    }

    void attempted(String channel, Result result, int millis) {
        String known = known(channel);
        count(known, result);
        meters.timer(MetricNames.DELIVERY_TIME, "channel", known).record(Duration.ofMillis(millis));
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
        meters.counter(MetricNames.DELIVERIES, "channel", channel, "outcome", result.tag())
                .increment();
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
