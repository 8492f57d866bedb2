package io.vedette.ingest.polling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who is polled next, by when they are due.  A host is given to one worker at a time: others of it wait here, and hold up
 * nobody.  A source is in it at most once.  Thread-safe.
 */
final class Schedule {

    /** A source that waits for its turn, or has it. */
    static final class Turn {

        private final String sourceId;
        private final String host;
        private final Instant due;
        private boolean cancelled;

        private Turn(String sourceId, String host, Instant due) {
            this.sourceId = sourceId;
            this.host = host;
            this.due = due;
        }

        String sourceId() {
            return sourceId;
        }

        /** When it was to begin. */
        Instant due() {
            return due;
        }
    }

    private static final Comparator<Turn> BY_DUE = Comparator.comparing(Turn::due);

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Turn> turns = new HashMap<>();
    private final PriorityQueue<Turn> later = new PriorityQueue<>(BY_DUE);
    /** Due, and their host is theirs. */
    private final Queue<Turn> ready = new ArrayDeque<>();
    /** By host that a worker is at, the sources that are due and wait for it. */
    private final Map<String, Queue<Turn>> busy = new HashMap<>();

    private boolean closed;

    Schedule(Clock clock) {
        this.clock = clock;
    }

    /** Puts a source in, or changes when it is due; one that is being polled is not to be put in. */
    void put(String sourceId, String host, Instant due) {
        lock.lock();
        try {
            cancel(sourceId);
            Turn turn = new Turn(sourceId, host, due);
            turns.put(sourceId, turn);
            later.add(turn);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a source out, if it is in. */
    void remove(String sourceId) {
        lock.lock();
        try {
            cancel(sourceId);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next one that is due and whose host is free, and takes it out; the host is busy until {@link #done}.
     *
     * @return null once it is closed
     */
    @Nullable
    Turn take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Turn turn = nextReady();
                if (turn != null) {
                    turns.remove(turn.sourceId);
                    // there may be more, or another time to wait for
                    changed.signal();
                    return turn;
                }
                Turn next = later.peek();
                if (next == null) {
                    changed.await();
                } else {
                    long millis = next.due.toEpochMilli() - clock.millis();
                    changed.await(Math.max(1, millis), TimeUnit.MILLISECONDS);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** The host is free again. */
    void done(Turn turn) {
        lock.lock();
        try {
            free(turn.host);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many are in it. */
    int size() {
        lock.lock();
        try {
            return turns.size();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void cancel(String sourceId) {
        Turn turn = turns.remove(sourceId);
        if (turn != null) {
            turn.cancelled = true;
            later.remove(turn);
        }
    }

    private @Nullable Turn nextReady() {
        Instant now = clock.instant();
        for (Turn first = later.peek(); first != null && !first.due.isAfter(now); first = later.peek()) {
            Turn due = later.remove();
            Queue<Turn> waiting = busy.get(due.host);
            if (waiting == null) {
                busy.put(due.host, new ArrayDeque<>());
                ready.add(due);
            } else {
                waiting.add(due);
            }
        }
        for (Turn turn = ready.poll(); turn != null; turn = ready.poll()) {
            if (!turn.cancelled) {
                return turn;
            }
            free(turn.host);
        }
        return null;
    }

    /** Gives the host to the next who waits for it. */
    private void free(String host) {
        Queue<Turn> waiting = busy.get(host);
        if (waiting == null) {
            return;
        }
        for (Turn next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!next.cancelled) {
                ready.add(next);
                return;
            }
        }
        busy.remove(host);
    }
}
