package io.vedette.alerts.topology;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.DigestTimes;
import io.vedette.alerts.watch.QuietTimes;
import io.vedette.alerts.watch.Severity;
import io.vedette.alerts.watch.Throttling;
import io.vedette.alerts.watch.WatchOptions;
import io.vedette.schemas.WatchPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a watch may speak now, and if not, until when it has to wait: by its digest, its quiet hours, its throttle
 * and its budget.  All on the time that it is given.  A critical watch waits neither for a digest nor for the end of quiet
 * hours; throttle and budget are there against floods and hold it, too.
 */
final class Pace {

    static final String BUDGET = "BUDGET";
    static final String DIGEST = "DIGEST";
    static final String QUIET_HOURS = "QUIET_HOURS";
    static final String THROTTLE = "THROTTLE";

    private final AlertingSettings settings;

    Pace(AlertingSettings settings) {
        this.settings = settings;
    }

    /** Why an alert has to wait, and until when. */
    record Wait(String reason, Instant until) {}

    /**
     * Counts an alert and says whether it may go.
     *
     * @param pace of the watch; changed here
     * @return null if it may
     */
    @Nullable
    Wait take(WatchPace pace, WatchOptions options, boolean critical, Instant now) {
        count(pace, options, now);
        Wait wait = slowed(pace, options, critical, now);
        return wait == null ? throttled(pace, options.throttle(), now) : wait;
    }

    /** Until when what is held has to wait on, for the watch is quiet at its time; null if it may be told. */
    @Nullable
    Instant postponed(CompiledWatch watch, Instant now) {
        QuietTimes quiet = watch.options().quietHours();
        boolean critical = watch.watch().getSeverity().equals(Severity.CRITICAL.name());
        return critical || quiet == null ? null : quiet.endOf(now);
    }

    /** How many alerts a day are far above the budget of a watch. */
    int farAbove(WatchOptions options) {
        return (int) Math.min(Integer.MAX_VALUE, (long) budget(options) * settings.budgetFactor());
    }

    /** How many alerts a day it may be expected to raise. */
    int budget(WatchOptions options) {
        Integer own = options.budget();
        return own == null ? settings.budget() : own;
    }

    /** Keeps in mind that something is held until then; what is held already keeps its time. */
    static void hold(WatchPace pace, Wait wait, Instant now) {
        if (pace.getDigestDue() == null) {
            pace.setDigestDue(wait.until());
            pace.setHeldSince(now);
        }
        pace.setHeld(pace.getHeld() + 1);
        if (!pace.getReasons().contains(wait.reason())) {
            List<String> reasons = new ArrayList<>(pace.getReasons());
            reasons.add(wait.reason());
            pace.setReasons(reasons);
        }
    }

    private void count(WatchPace pace, WatchOptions options, Instant now) {
        Instant day = Instant.ofEpochSecond(now.getEpochSecond()
                - Math.floorMod(now.getEpochSecond(), Duration.ofDays(1).toSeconds()));
        if (!day.equals(pace.getDay())) {
            pace.setDay(day);
            pace.setInDay(0);
        }
        pace.setInDay(pace.getInDay() + 1);
        if (pace.getInDay() == farAbove(options) + 1) {
            pace.setOverBudgetUntil(day.plus(Duration.ofDays(1)));
        }
    }

    private @Nullable Wait slowed(WatchPace pace, WatchOptions options, boolean critical, Instant now) {
        Instant overBudget = pace.getOverBudgetUntil();
        if (overBudget != null && now.isBefore(overBudget)) {
            return new Wait(BUDGET, DigestTimes.every(settings.budgetDigest()).after(now));
        }
        if (critical) {
            return null;
        }
        if (options.digest() != null) {
            return new Wait(DIGEST, options.digest().after(now));
        }
        Instant quiet =
                options.quietHours() == null ? null : options.quietHours().endOf(now);
        return quiet == null ? null : new Wait(QUIET_HOURS, quiet);
    }

    private static @Nullable Wait throttled(WatchPace pace, @Nullable Throttling throttle, Instant now) {
        if (throttle == null) {
            return null;
        }
        Instant start = pace.getPeriodStart();
        if (start == null || !now.isBefore(start.plus(throttle.period()))) {
            start = now;
            pace.setPeriodStart(now);
            pace.setInPeriod(0);
        }
        if (pace.getInPeriod() >= throttle.most()) {
            return new Wait(THROTTLE, start.plus(throttle.period()));
        }
        pace.setInPeriod(pace.getInPeriod() + 1);
        return null;
    }
}
