package io.vedette.ingest.kafka;

import io.opentelemetry.context.Context;
import io.vedette.schemas.Article;
import io.vedette.schemas.SourceState;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Articles that go into one transaction together, and the step through their source that they are.
 *
 * @param sourceId the source; null for the one that the writer is named after
 * @param articles may be empty, for a step that gave none
 * @param position where the source goes on after them; null leaves the position as it is
 * @param read items that were read since the submission before
 * @param rejected of those, how many were refused
 * @param finished there is nothing more to read
 * @param state how the source does now; null leaves that as it is; not to be changed any more
 * @param forgotten the source is gone: its progress and state are deleted
 * @param deadLetters what is no article, to be written with the articles
 * @param traces those that the articles belong to, in their order; empty for that of whoever hands them over
 */
public record Submission(
        @Nullable String sourceId,
        List<Article> articles,
        @Nullable String position,
        long read,
        long rejected,
        boolean finished,
        @Nullable SourceState state,
        boolean forgotten,
        List<ProducerRecord<byte[], byte[]>> deadLetters,
        List<Context> traces) {

    /** Copies the lists. */
    public Submission {
        articles = List.copyOf(articles);
        deadLetters = List.copyOf(deadLetters);
        traces = List.copyOf(traces);
        if (!traces.isEmpty() && traces.size() != articles.size()) {
            throw new IllegalArgumentException(traces.size() + " traces for " + articles.size() + " articles");
        }
    }

    /** A step through the source that the writer is named after. */
    public Submission(List<Article> articles, @Nullable String position, long read, long rejected, boolean finished) {
        this(null, articles, position, read, rejected, finished, null, false, List.of(), List.of());
    }

    /** Deletes the progress and the state of a source. */
    public static Submission forget(String sourceId) {
        return new Submission(sourceId, List.of(), null, 0, 0, false, null, true, List.of(), List.of());
    }

    /** The same step through another source, and how that does now. */
    public Submission of(String otherSource, @Nullable SourceState itsState) {
        return new Submission(
                otherSource, articles, position, read, rejected, finished, itsState, forgotten, deadLetters, traces);
    }

    /** The same step, with what of it is no article. */
    public Submission withDeadLetters(List<ProducerRecord<byte[], byte[]>> letters) {
        return new Submission(
                sourceId, articles, position, read, rejected, finished, state, forgotten, letters, traces);
    }

    /** The same step, its articles in these traces. */
    public Submission traced(List<Context> itsTraces) {
        return new Submission(
                sourceId, articles, position, read, rejected, finished, state, forgotten, deadLetters, itsTraces);
    }

    /** The trace of one of the articles, counted from 0. */
    Context trace(int article) {
        return traces.isEmpty() ? Context.root() : traces.get(article);
    }

    /** Whether it says anything of how far the source is read. */
    boolean isStep() {
        return position != null || read > 0 || rejected > 0 || finished || !articles.isEmpty();
    }
}
