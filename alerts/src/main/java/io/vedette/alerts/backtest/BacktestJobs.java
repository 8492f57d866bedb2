package io.vedette.alerts.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The back-tests of this instance: some run, others wait, and the last that are over can still be looked at.  Thread-safe. */
final class BacktestJobs implements AutoCloseable {

    private final Map<String, BacktestJob> jobs = new LinkedHashMap<>();
    private final int most;
    private final ExecutorService runners;

    /**
     * @param atOnce so many run
     * @param most so many are kept
     */
    BacktestJobs(int atOnce, int most) {
        this.most = most;
        this.runners = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "vedette-backtests");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has it run when it is its turn; false if as many as are kept wait or run already. */
    synchronized boolean add(BacktestJob job) {
        makeRoom();
        if (jobs.size() >= most) {
            return false;
        }
        jobs.put(job.id(), job);
        runners.execute(job::run);
        return true;
    }

    /** In the order in which they were asked for. */
    synchronized List<BacktestJob> all() {
        return List.copyOf(jobs.values());
    }

    synchronized Optional<BacktestJob> get(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Cancels it if it is not over, and forgets it; empty if there is none. */
    synchronized Optional<BacktestJob> remove(String id) {
        Optional<BacktestJob> job = Optional.ofNullable(jobs.remove(id));
        job.ifPresent(BacktestJob::cancel);
        return job;
    }

    @Override
    public void close() {
        all().forEach(BacktestJob::cancel);
        runners.shutdownNow();
        try {
            runners.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets the oldest that are over. */
    private void makeRoom() {
        List<BacktestJob> over = new ArrayList<>(
                jobs.values().stream().filter(BacktestJob::isOver).toList());
        while (jobs.size() >= most && !over.isEmpty()) {
            jobs.remove(over.remove(0).id());
        }
    }
}
