package io.vedette.ingest.polling;

import io.vedette.ingest.kafka.ArticleWriter;
import org.jspecify.annotations.Nullable;

/** A partition of the topic of sources that this instance holds; guarded by the lock of its holder. */
final class Partition {

    private final int number;
    private final int of;
    private boolean begun;
    private volatile boolean enlisted;
    private @Nullable ArticleWriter writer;

    Partition(int number, int of) {
        this.number = number;
        this.of = of;
    }

    int number() {
        return number;
    }

    /** How many there are in all. */
    int of() {
        return of;
    }

    /** Its sources are known: changes of them count from now on. */
    void begin() {
        begun = true;
    }

    boolean isBegun() {
        return begun;
    }

    /** It has a source, and so a writer; its sources have to be enlisted anew. */
    void writeTo(ArticleWriter newWriter) {
        writer = newWriter;
        enlisted = false;
    }

    /** Null until it has a source. */
    @Nullable
    ArticleWriter writer() {
        return writer;
    }

    /** All its sources are polled. */
    void enlisted() {
        enlisted = true;
    }

    boolean isEnlisted() {
        return enlisted;
    }
}
