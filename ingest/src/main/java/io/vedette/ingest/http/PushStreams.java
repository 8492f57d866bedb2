package io.vedette.ingest.http;

import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.runtime.CheckResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The writers of streams.  All streams without a key share one, which is not that of short requests: those find room though
 * a stream fills its buffer.  A stream with a key has one of its own, under the id that its progress is kept under: a stream
 * that is sent again, be it to another instance, fences off what is left of the one before, and knows exactly what that has
 * committed.  Thread-safe.
 */
public final class PushStreams implements AutoCloseable {

    private final ArticleWriters writers;
    private final String sharedId;
    private final Semaphore slots;
    private final Map<String, ArticleWriter> keyed = new ConcurrentHashMap<>();
    private @Nullable ArticleWriter shared;

    /**
     * @param sharedId of the writer of streams without a key; this instance's own
     * @param most streams at a time
     */
    public PushStreams(ArticleWriters writers, String sharedId, int most) {
        this.writers = writers;
        this.sharedId = sharedId;
        this.slots = new Semaphore(most);
    }

    /** Whether one more may be read; who was told so says {@link #leave} in the end. */
    boolean enter() {
        return slots.tryAcquire();
    }

    void leave() {
        slots.release();
    }

    /** The writer of streams without a key. */
    synchronized ArticleWriter shared() {
        if (shared == null) {
            shared = writers.open(sharedId);
        }
        return shared;
    }

    /**
     * A writer for the stream with that id.  If one is being read here, most likely over a connection that has broken without
     * a word, that one ends: what it has taken in is written first.
     */
    ArticleWriter open(String sourceId) {
        ArticleWriter before = keyed.remove(sourceId);
        if (before != null) {
            before.close();
        }
        ArticleWriter writer = writers.open(sourceId);
        keyed.put(sourceId, writer);
        return writer;
    }

    /** Ends the writer of a stream with a key. */
    void close(String sourceId, ArticleWriter writer) {
        keyed.remove(sourceId, writer);
        writer.close();
    }

    /** Whether a stream under that id is being read here. */
    public boolean isOpen(String sourceId) {
        return keyed.containsKey(sourceId);
    }

    /** Articles that wait for their commit. */
    public int waiting() {
        ArticleWriter unkeyed = unkeyed();
        return (unkeyed == null ? 0 : unkeyed.waiting())
                + keyed.values().stream().mapToInt(ArticleWriter::waiting).sum();
    }

    /** Whether Kafka takes what is written. */
    public CheckResult check() {
        ArticleWriter unkeyed = unkeyed();
        return unkeyed == null ? CheckResult.pass() : unkeyed.check();
    }

    @Override
    public void close() {
        ArticleWriter unkeyed = unkeyed();
        if (unkeyed != null) {
            unkeyed.close();
        }
        keyed.values().parallelStream().forEach(ArticleWriter::close);
        keyed.clear();
    }

    private synchronized @Nullable ArticleWriter unkeyed() {
        return shared;
    }
}
