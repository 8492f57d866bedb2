package io.vedette.alerts.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.schemas.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts what was told into numbers and samples, beside what the current version told.  Immutable. */
final class Reporter {

    private final Instant from;
    private final Instant to;
    private final int samples;

    Reporter(Instant from, Instant to, int samples) {
        this.from = from;
        this.to = to;
        this.samples = samples;
    }

    Report report(String watchId, Telling tried, @Nullable Telling current) {
        Map<String, Alert> added = new TreeMap<>();
        Map<String, Alert> lost = new TreeMap<>();
        if (current != null) {
            added.putAll(tried.bySubject());
            added.keySet().removeAll(current.bySubject().keySet());
            lost.putAll(current.bySubject());
            lost.keySet().removeAll(tried.bySubject().keySet());
        }
        return new Report(
                watchId,
                figures(tried),
                current == null ? null : figures(current),
                added.size(),
                lost.size(),
                samples(added.values()),
                samples(lost.values()));
    }

    private Report.Figures figures(Telling telling) {
        Collection<Alert> first = telling.bySubject().values();
        return new Report.Figures(
                telling.matches(),
                first.size(),
                telling.updates(),
                telling.perDay(from, to),
                samples(telling.alerts()));
    }

    /** Those of which it is known why come first. */
    private List<ObjectNode> samples(Collection<Alert> alerts) {
        return alerts.stream()
                .sorted((one, other) -> Boolean.compare(
                        one.getClauses().isEmpty(), other.getClauses().isEmpty()))
                .limit(samples)
                .map(AlertJson::tree)
                .toList();
    }
}
