package io.vedette.app.article;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works on many things at once and hands the results on in the order in which the things came.  What waits is bounded.
 * Used by one thread, which also gets the results.
 */
public final class Ordered<T> implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 64;

    private final Queue<Future<T>> waiting = new ArrayDeque<>();
    private final ExecutorService threads;
    private final int most;
    private final Consumer<T> results;

    /**
     * @param threads how many work at a time
     * @param results gets each result
     */
    public Ordered(int threads, Consumer<T> results) {
        this.threads = Executors.newFixedThreadPool(threads, Ordered::daemon);
        this.most = threads * WAITING_PER_THREAD;
        this.results = results;
    }

    /** Has it worked on, and hands on results that are due. */
    public void add(Callable<T> work) throws InterruptedException {
        waiting.add(threads.submit(work));
        while (waiting.size() > most || isFirstDone()) {
            handOn();
        }
    }

    /** Waits for everything and hands it on. */
    public void finish() throws InterruptedException {
        while (!waiting.isEmpty()) {
            handOn();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean isFirstDone() {
        Future<T> first = waiting.peek();
        return first != null && first.isDone();
    }

    private void handOn() throws InterruptedException {
        try {
            results.accept(waiting.remove().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }
}
