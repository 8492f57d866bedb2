package io.vedette.alerts.delivery.stream;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits for one reader of the stream, bounded.  Thread-safe. */
final class StreamReader {

    private final BlockingQueue<StreamEvent> waiting;
    private final Set<Sort> sorts;
    private final Predicate<StreamEvent> filter;
    private volatile boolean ended;
    private volatile boolean missed;
    private volatile @Nullable Thread thread;

    StreamReader(int capacity, Set<Sort> sorts, Predicate<StreamEvent> filter) {
        waiting = new ArrayBlockingQueue<>(capacity);
        this.sorts = Set.copyOf(sorts);
        this.filter = filter;
    }

    /** Whether there was room for it, or it is none that this reader wants. */
    boolean offer(StreamEvent event) {
        return !sorts.contains(event.sort()) || !filter.test(event) || waiting.offer(event);
    }

    /** What somebody gives who wants to go on behind that event. */
    String id(StreamEvent event) {
        return event.id().of(sorts);
    }

    /** Waits for the next. @return null if none comes in that time, or the end has come */
    @Nullable
    StreamEvent next(Duration patience) throws InterruptedException {
        return ended ? null : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something came in between that it will never see here. */
    void missed() {
        missed = true;
    }

    boolean hasMissed() {
        return missed;
    }

    boolean ended() {
        return ended;
    }

    /** The thread that writes to it, which may hang in that. */
    void writtenBy(Thread writer) {
        thread = writer;
    }

    void end() {
        ended = true;
        Thread writer = thread;
        if (writer != null) {
            writer.interrupt();
        }
    }
}
