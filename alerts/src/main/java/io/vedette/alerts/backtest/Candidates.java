package io.vedette.alerts.backtest;

import io.vedette.alerts.watch.Watches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an article is held against, by its time.  Immutable. */
final class Candidates {

    private final Instant since;
    private final Instant earliest;
    private final Map<String, Candidate> byKey;
    private final Watches all;
    /** Those that see articles before the back-test's beginning. */
    private final Watches early;

    Candidates(List<Candidate> candidates, Instant since) {
        this.since = since;
        this.earliest = candidates.stream().map(Candidate::from).reduce(since, (a, b) -> a.isBefore(b) ? a : b);
        this.byKey = candidates.stream().collect(Collectors.toMap(Candidate::key, Function.identity()));
        this.all = snapshot(candidates);
        this.early = snapshot(
                candidates.stream().filter(each -> each.from().isBefore(since)).toList());
    }

    private static Watches snapshot(List<Candidate> candidates) {
        return Watches.of(candidates.stream().map(Candidate::keyed).toList());
    }

    /** The first article that any of them has to see. */
    Instant earliest() {
        return earliest;
    }

    /** The articles of the back-test itself begin here. */
    Instant since() {
        return since;
    }

    boolean isAnyOverTime() {
        return byKey.values().stream().anyMatch(Candidate::isOverTime);
    }

    /** Those that an article of that time is held against; some perhaps that it is too early for. */
    Watches at(Instant time) {
        return time.isBefore(since) ? early : all;
    }

    /** Whether a watch has to see articles of that time. */
    boolean sees(String key, Instant time) {
        Candidate candidate = byKey.get(key);
        return candidate != null && !time.isBefore(candidate.from());
    }
}
