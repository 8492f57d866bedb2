package io.vedette.alerts.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.topology.AlertJson;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Report report(String watchId, Telling tried, @Nullable Telling current, List<String> notes) {
        Map<String, Told> added = new LinkedHashMap<>();
        Map<String, Told> lost = new LinkedHashMap<>();
        if (current != null) {
            added.putAll(tried.bySubject());
            added.keySet().removeAll(current.bySubject().keySet());
            lost.putAll(current.bySubject());
            lost.keySet().removeAll(tried.bySubject().keySet());
        }
        return new Report(
                watchId,
                notes,
                figures(tried),
                current == null ? null : figures(current),
                added.size(),
                lost.size(),
                samples(added.values()),
                samples(lost.values()));
    }

    private Report.Figures figures(Telling telling) {
        return new Report.Figures(
                telling.matches(),
                telling.bySubject().size(),
                telling.updates(),
                telling.held(),
                telling.perDay(from, to),
                samples(telling.told()));
    }

    private List<ObjectNode> samples(Collection<Told> told) {
        return told.stream().limit(samples).map(Reporter::sample).toList();
    }

    private static ObjectNode sample(Told told) {
        return AlertJson.tree(told.alert()).put("raisedAt", told.at().toString());
    }
}
