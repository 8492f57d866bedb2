package io.vedette.alerts.backtest;

import io.vedette.alerts.overtime.OverTimeReplay;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.WatchOptions;
import io.vedette.schemas.Watch;
import java.time.Duration;
import java.time.Instant;

/**
 * A version of a watch in a back-test: as it would be, or as it is.
 *
 * @param key what its matches go by, for both versions are held against articles at once
 * @param watch under its own name
 * @param from the first article that it has to see: where it counts over time, before the back-test's beginning
 */
record Candidate(String key, CompiledWatch watch, Instant from) {

    /** In front of the id of a watch as it is.  No id has a colon. */
    private static final String CURRENT = "current:";

    static Candidate asItWouldBe(CompiledWatch watch, Instant since, Duration lateness) {
        return new Candidate(watch.watch().getId(), watch, since.minus(runIn(watch, lateness)));
    }

    static Candidate asItIs(CompiledWatch watch, Instant since, Duration lateness) {
        return new Candidate(keyOfCurrent(watch.watch().getId()), watch, since.minus(runIn(watch, lateness)));
    }

    static String keyOfCurrent(String watchId) {
        return CURRENT + watchId;
    }

    /** The watch that a key stands for. */
    static String idOf(String key) {
        return key.startsWith(CURRENT) ? key.substring(CURRENT.length()) : key;
    }

    boolean isOverTime() {
        return watch.query().overTime() != null;
    }

    /** The watch under its key. */
    CompiledWatch keyed() {
        Watch renamed = Watch.newBuilder(watch.watch()).setId(key).build();
        return new CompiledWatch(renamed, WatchOptions.of(renamed), watch.query(), watch.queryKey());
    }

    private static Duration runIn(CompiledWatch watch, Duration lateness) {
        return OverTimeReplay.runIn(watch.query().overTime(), lateness);
    }
}
