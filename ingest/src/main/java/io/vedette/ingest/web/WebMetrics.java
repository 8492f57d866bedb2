package io.vedette.ingest.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.MetricNames;
import java.time.Duration;
import java.util.Locale;

/** What the web client counts.  Thread-safe. */
final class WebMetrics {

    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final Timer time;
    private final Counter bytes;

    WebMetrics(MeterRegistry registry, Hosts hosts) {
        this.registry = registry;
        this.time = registry.timer(MetricNames.WEB_TIME);
        this.bytes = registry.counter(MetricNames.WEB_BYTES);
        registry.gauge(MetricNames.WEB_WAITING, hosts, Hosts::users);
        registry.counter(MetricNames.WEB_DOCUMENTS, OUTCOME, "ok");
        registry.counter(MetricNames.WEB_DOCUMENTS, OUTCOME, "unchanged");
        for (WebException.Kind kind : WebException.Kind.values()) {
            registry.counter(MetricNames.WEB_DOCUMENTS, OUTCOME, tag(kind));
        }
    }

    /** One request was answered. */
    void asked(Duration took, int packed) {
        time.record(took);
        bytes.increment(packed);
    }

    void fetched(WebAnswer answer) {
        registry.counter(MetricNames.WEB_DOCUMENTS, OUTCOME, answer instanceof WebAnswer.Unchanged ? "unchanged" : "ok")
                .increment();
    }

    void failed(WebException.Kind kind) {
        registry.counter(MetricNames.WEB_DOCUMENTS, OUTCOME, tag(kind)).increment();
    }

    private static String tag(WebException.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
