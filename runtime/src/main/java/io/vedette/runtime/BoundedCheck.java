package io.vedette.runtime;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A component whose check goes over the network, and so may hang: nobody who asks waits longer than the patience, and at
 * most one check is under way. Thread-safe.
 */
public final class BoundedCheck implements Component, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final String name;
    private final Callable<CheckResult> check;
    private final ExecutorService executor;
    private @Nullable Future<CheckResult> underWay;

    /**
     * @param name see {@link Component#name()}
     * @param check may block and throw
     */
    public BoundedCheck(String name, Callable<CheckResult> check) {
        this.name = name;
        this.check = check;
        this.executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "check-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized CheckResult check() {
        if (executor.isShutdown()) {
            return CheckResult.fail("closed");
        }
        if (underWay == null) {
            underWay = executor.submit(check);
        }
        try {
            CheckResult result = underWay.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            underWay = null;
            return result;
        } catch (ExecutionException e) {
            underWay = null;
            return CheckResult.fail(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return CheckResult.fail("no answer within " + PATIENCE.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CheckResult.fail("interrupted");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
