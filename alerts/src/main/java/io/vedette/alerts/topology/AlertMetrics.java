package io.vedette.alerts.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Match;
import io.vedette.schemas.WatchPace;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What alerting counts and times while it works; what an aborted transaction makes it do again counts again.  Of the
 * matches, {@code raised + repeats + those still held or dropped at their release} is the sum.
 */
final class AlertMetrics {

    private final MeterRegistry meters;
    private final Timer matching;
    private final Counter articles;
    private final Counter matches;
    private final Counter repeats;
    private final Counter withoutStory;
    private final Counter late;
    private final Counter updates;
    private final BusiestWatches busiest;

    AlertMetrics(MeterRegistry meters) {
        this.meters = meters;
        matching = Metrics.stage(meters, "alerts", "match");
        articles = meters.counter(MetricNames.ARTICLES_MATCHED);
        matches = meters.counter(MetricNames.MATCHES);
        repeats = meters.counter(MetricNames.ALERTS_SUPPRESSED, "reason", "repeat");
        withoutStory = meters.counter(MetricNames.MATCHES_WITHOUT_STORY);
        late = meters.counter(MetricNames.MATCHES_LATE);
        updates = meters.counter(MetricNames.ALERT_UPDATES);
        busiest = new BusiestWatches(meters);
    }

    List<Match> matching(Supplier<List<Match>> match) {
        Timer.Sample sample = Timer.start();
        try {
            List<Match> found = match.get();
            matches.increment(found.size());
            return found;
        } finally {
            sample.stop(matching);
            articles.increment();
        }
    }

    void shed(List<String> parts) {
        parts.forEach(part -> meters.counter(MetricNames.RECORDS_TRUNCATED, "service", "alerts", "shed", part)
                .increment());
    }

    void repeat() {
        repeats.increment();
    }

    /** A watch has raised or held one more alert of its day. */
    void counted(String watchId, WatchPace pace) {
        busiest.counted(watchId, pace.getInDay(), pace.getDay());
    }

    /** A match goes on without its story. */
    void withoutStory() {
        withoutStory.increment();
    }

    /** A match came too late to count over time. */
    void late() {
        late.increment();
    }

    void update() {
        updates.increment();
    }

    /** An alert is not raised now, or not at all. */
    void held(String reason) {
        meters.counter(
                        MetricNames.ALERTS_SUPPRESSED,
                        "reason",
                        reason.toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }
}
