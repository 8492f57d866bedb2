package io.vedette.alerts.backtest;

import java.util.ArrayList;
import java.util.Collection;
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
    private final int mostOfTenant;
    private final ExecutorService runners;

    /**
     * @param atOnce so many run
     * @param most so many are kept
     * @param mostOfTenant so many of each tenant
     */
    BacktestJobs(int atOnce, int most, int mostOfTenant) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
        this.runners = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "vedette-backtests");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has it run when it is its turn; false if as many as are kept wait or run already. */
    synchronized boolean add(BacktestJob job) {
        if (!job.tenant().isHouse()) {
            List<BacktestJob> own = jobs.values().stream()
                    .filter(other -> other.tenant().equals(job.tenant()))
                    .toList();
            if (forgetOver(own, mostOfTenant) >= mostOfTenant) {
                return false;
            }
        }
        if (forgetOver(jobs.values(), most) >= most) {
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

    /** Forgets the oldest of them that are over until there is room for one; says how many are left. */
    private int forgetOver(Collection<BacktestJob> some, int room) {
        List<BacktestJob> over =
                new ArrayList<>(some.stream().filter(BacktestJob::isOver).toList());
        int left = some.size();
        while (left >= room && !over.isEmpty()) {
            jobs.remove(over.remove(0).id());
            left--;
        }
        return left;
    }
}
