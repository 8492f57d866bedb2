package io.vedette.alerts.backtest;

import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.streams.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A back-test that somebody asked for.  Thread-safe. */
final class BacktestJob {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestJob.class);

    private final String id = UUID.randomUUID().toString();
    private final BacktestRequest request;
    private final BacktestRun run;
    private final Clock clock;
    private final Instant askedAt;

    private BacktestState state = BacktestState.WAITING;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String problem;
    private List<Report> reports = List.of();

    BacktestJob(BacktestRequest request, BacktestRun run, Clock clock) {
        this.request = request;
        this.run = run;
        this.clock = clock;
        this.askedAt = clock.instant();
    }

    /**
     * How it stands.
     *
     * @param done how much has been read, from 0 to 1
     * @param articles how many were held against the watches
     * @param matches of an article and a watch, as it would be or as it is
     * @param problem why it failed; null unless it did
     * @param watches empty until it is done
     */
    record View(
            String id,
            String state,
            Instant since,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            double done,
            long articles,
            long matches,
            @Nullable String problem,
            List<Report> watches) {

        View withoutReports() {
            return new View(id, state, since, askedAt, startedAt, endedAt, done, articles, matches, problem, List.of());
        }
    }

    /** Whose it is. */
    Tenant tenant() {
        return request.tenant();
    }

    String id() {
        return id;
    }

    synchronized boolean isOver() {
        return state.isOver();
    }

    synchronized View view() {
        Progress progress = run.progress();
        return new View(
                id,
                state.name(),
                request.since(),
                askedAt,
                startedAt,
                endedAt,
                state == BacktestState.DONE ? 1 : progress.fraction(),
                progress.articles(),
                progress.matches(),
                problem,
                reports);
    }

    /** Does it, unless it was cancelled before it came to that. */
    void run() {
        if (!begin()) {
            return;
        }
        try {
            end(BacktestState.DONE, run.run(clock.instant()), null);
        } catch (CancellationException e) {
            end(BacktestState.CANCELLED, List.of(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(BacktestState.CANCELLED, List.of(), null);
        } catch (TooManyMatchesException e) {
            end(BacktestState.FAILED, List.of(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("reason", Trouble.describe(e)).log("a back-test failed");
            end(BacktestState.FAILED, List.of(), Trouble.describe(e));
        }
    }

    /** Ends it soon; one that is over stays as it is. */
    synchronized void cancel() {
        run.cancel();
        if (state == BacktestState.WAITING) {
            state = BacktestState.CANCELLED;
            endedAt = clock.instant();
        }
    }

    private synchronized boolean begin() {
        if (state != BacktestState.WAITING) {
            return false;
        }
        state = BacktestState.RUNNING;
        startedAt = clock.instant();
        return true;
    }

    private synchronized void end(BacktestState how, List<Report> told, @Nullable String why) {
        state = how;
        reports = List.copyOf(told);
        problem = why;
        endedAt = clock.instant();
    }
}
