package io.vedette.alerts.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import java.util.concurrent.TimeUnit;

/** What is counted and timed while watches are filled. */
final class HistoryMetrics {

    private final Counter filled;
    private final Counter failed;
    private final Counter articles;
    private final Counter matches;
    private final Timer time;

    HistoryMetrics(MeterRegistry meters) {
        filled = meters.counter(MetricNames.HISTORY_WATCHES);
        failed = meters.counter(MetricNames.HISTORY_FAILURES);
        articles = meters.counter(MetricNames.HISTORY_ARTICLES);
        matches = meters.counter(MetricNames.HISTORY_MATCHES);
        time = meters.timer(MetricNames.HISTORY_TIME);
    }

    void filled(long read, int watches, long nanos) {
        filled.increment(watches);
        articles.increment(read);
        time.record(nanos, TimeUnit.NANOSECONDS);
    }

    void found(int more) {
        matches.increment(more);
    }

    void failed() {
        failed.increment();
    }
}
