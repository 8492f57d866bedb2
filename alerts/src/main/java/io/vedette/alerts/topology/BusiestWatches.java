package io.vedette.alerts.topology;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vedette.runtime.metrics.MetricNames;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which watches of this instance had the most alerts today, raised or held: the worst ten by name, and of all watches how
 * they spread, once the day is over.  No other metric carries the name of a watch.  Thread-safe.
 */
final class BusiestWatches {

    private static final int SHOWN = 10;

    private final MultiGauge gauges;
    private final DistributionSummary spread;
    private final Map<String, Integer> today = new HashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private @Nullable Instant day;

    BusiestWatches(MeterRegistry meters) {
        gauges = MultiGauge.builder(MetricNames.WATCH_ALERTS_WORST).register(meters);
        spread = DistributionSummary.builder(MetricNames.WATCH_ALERTS)
                .publishPercentiles(0.5, 0.9, 0.99)
                .register(meters);
    }

    /**
     * @param alerts of that watch on that day, so far
     * @param ofDay midnight UTC
     */
    synchronized void counted(String watchId, int alerts, @Nullable Instant ofDay) {
        if (ofDay == null || (day != null && ofDay.isBefore(day))) {
            return;
        }
        if (!ofDay.equals(day)) {
            today.values().forEach(spread::record);
            today.clear();
            shown.clear();
            day = ofDay;
        }
        today.put(watchId, alerts);
        if (worst(watchId, alerts)) {
            gauges.register(
                    shown.keySet().stream()
                            .map(watch -> MultiGauge.Row.of(Tags.of("watch", watch), () -> alertsOf(watch)))
                            .toList(),
                    true);
        }
    }

    /** Whether others are shown than before. */
    private boolean worst(String watchId, int alerts) {
        if (shown.replace(watchId, alerts) != null) {
            return false;
        }
        if (shown.size() >= SHOWN) {
            Map.Entry<String, Integer> least = Collections.min(shown.entrySet(), Map.Entry.comparingByValue());
            if (alerts <= least.getValue()) {
                return false;
            }
            shown.remove(least.getKey());
        }
        shown.put(watchId, alerts);
        return true;
    }

    private synchronized int alertsOf(String watchId) {
        return shown.getOrDefault(watchId, 0);
    }
}
