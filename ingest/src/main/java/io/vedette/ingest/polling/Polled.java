package io.vedette.ingest.polling;

import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.schemas.Source;
import org.jspecify.annotations.Nullable;

/** A source that this instance polls; guarded by the lock of its holder. */
final class Polled {

    private final ArticleWriter writer;
    private Source source;
    private @Nullable Thread worker;
    private boolean changed;

    Polled(Source source, ArticleWriter writer) {
        this.source = source;
        this.writer = writer;
    }

    Source source() {
        return source;
    }

    ArticleWriter writer() {
        return writer;
    }

    boolean isRunning() {
        return worker != null;
    }

    /** The calling thread polls it. */
    void run() {
        worker = Thread.currentThread();
        changed = false;
    }

    /** The calling thread has polled it; an interruption that was meant for the poll is not left to it. */
    void rest() {
        worker = null;
        Thread.interrupted();
    }

    /** Breaks off the poll that is under way, if one is. */
    void interrupt() {
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** The next poll is of the source as it is now. */
    void change(Source now) {
        source = now;
        changed = true;
    }

    /** Whether it was changed while it was being polled. */
    boolean isChanged() {
        return changed;
    }
}
