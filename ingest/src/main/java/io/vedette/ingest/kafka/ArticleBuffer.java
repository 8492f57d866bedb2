package io.vedette.ingest.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Submissions that wait to be written, bounded by their articles.  Thread-safe. */
final class ArticleBuffer {

    /** A submission and who waits for it. */
    record Waiting(Submission submission, CompletableFuture<Void> committed) {

        int size() {
            return Math.max(1, submission.articles().size());
        }
    }

    private final int capacity;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int articles;
    private boolean closed;

    ArticleBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Adds it at once, or says that there is no room. */
    synchronized CompletableFuture<Void> offer(Submission submission) throws BufferFullException {
        Waiting entry = new Waiting(submission, new CompletableFuture<>());
        if (!closed && !hasRoom(entry)) {
            throw new BufferFullException(capacity);
        }
        return add(entry);
    }

    /** Adds it when there is room. */
    synchronized CompletableFuture<Void> put(Submission submission) throws InterruptedException {
        Waiting entry = new Waiting(submission, new CompletableFuture<>());
        while (!closed && !hasRoom(entry)) {
            wait();
        }
        return add(entry);
    }

    /**
     * Takes what makes up one transaction: waits for the first submission, then up to the linger time for more.
     *
     * @return at least one submission; empty once the buffer is closed and drained
     */
    synchronized List<Waiting> take(int batchSize, Duration linger) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        long deadline = System.nanoTime() + linger.toNanos();
        for (long left = linger.toNanos();
                articles < batchSize && left > 0 && !closed;
                left = deadline - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        List<Waiting> batch = new ArrayList<>();
        for (int size = 0; !waiting.isEmpty() && size < batchSize; ) {
            Waiting next = waiting.poll();
            batch.add(next);
            size += next.size();
        }
        return batch;
    }

    /** Makes room again, once a submission is written or has failed. */
    synchronized void release(List<Waiting> batch) {
        batch.forEach(entry -> articles -= entry.size());
        notifyAll();
    }

    /** Nothing more is taken in; what waits can still be taken out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Takes out all that waits. */
    synchronized List<Waiting> drain() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        articles = 0;
        return all;
    }

    synchronized int size() {
        return articles;
    }

    /** What is larger than the whole buffer still gets in when that is empty. */
    private boolean hasRoom(Waiting entry) {
        return articles == 0 || articles + entry.size() <= capacity;
    }

    private CompletableFuture<Void> add(Waiting entry) {
        if (closed) {
            entry.committed().completeExceptionally(new IllegalStateException("ingest is stopping"));
            return entry.committed();
        }
        waiting.add(entry);
        articles += entry.size();
        notifyAll();
        return entry.committed();
    }
}
