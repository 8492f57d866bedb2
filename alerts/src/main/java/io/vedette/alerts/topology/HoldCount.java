package io.vedette.alerts.topology;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Severity;
import io.vedette.schemas.Alert;
import io.vedette.schemas.WatchPace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why alerts of one watch would be held rather than told at once, decided by the rules that decide it live.  What people
 * say, a silence above all, is not known here.  For one thread.
 */
public final class HoldCount {

    private final Pace rules;
    private final CompiledWatch watch;
    private final WatchPace pace = WatchPace.newBuilder().build();

    public HoldCount(AlertingSettings settings, CompiledWatch watch) {
        this.rules = new Pace(settings);
        this.watch = watch;
    }

    /**
     * Counts an alert and says why it is held; null if it is told at once.
     *
     * @param at when it is raised; never before that of the last one
     * @return EMBARGO, BUDGET, DIGEST, QUIET_HOURS or THROTTLE.  What is held by an embargo counts for nothing else
     */
    public @Nullable String reason(Alert alert, Instant at) {
        Instant embargo = alert.getEmbargoUntil();
        if (embargo != null && embargo.isAfter(at)) {
            return Hold.EMBARGO;
        }
        boolean critical = alert.getSeverity().equals(Severity.CRITICAL.name());
        Pace.Wait wait = rules.take(pace, watch.options(), critical, at);
        return wait == null ? null : wait.reason();
    }
}
