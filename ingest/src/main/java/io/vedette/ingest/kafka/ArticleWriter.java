package io.vedette.ingest.kafka;

import io.opentelemetry.context.Context;
import io.vedette.ingest.kafka.ArticleBuffer.Waiting;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the articles of one source, or of all sources of a partition, exactly once: each transaction holds articles and
 * the progress that they are, so that a source which starts again goes on where the last commit was.
 *
 * <p>A broker or registry that is away loses nothing: the writer says so in {@link #check()} and tries again with growing
 * pauses, while the buffer fills.  Where the outcome of a commit is unknown it starts a new producer under the same
 * transactional id, which settles it, and reads the progress to learn which way it went.  Progress that another process
 * has written since it was told here ends the writer: what goes on from it would be there twice.
 *
 * <p>Thread-safe.  One thread of its own writes.
 */
public final class ArticleWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleWriter.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_BEYOND_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration CLOSE = Duration.ofSeconds(8);

    private final WriterScope scope;
    private final WriterSettings settings;
    private final Topics topics;
    private final Clock clock;
    private final CommittedReader reader;
    private final CommittedSources committed;
    private final ArticleBuffer buffer;
    private final Tracing tracing;
    private final Sends sends;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;

    private volatile CheckResult state = CheckResult.fail("not connected to Kafka yet");
    private volatile boolean stopping;
    private @Nullable Transactions transactions;

    /**
     * A writer that is started with {@link #start()}.
     *
     * @param scope whose progress it keeps
     * @param settings of its clients, buffer and transactions
     * @param topics where it writes
     * @param clock stamps the progress
     * @param tracing records when articles were written
     */
    ArticleWriter(WriterScope scope, WriterSettings settings, Topics topics, Clock clock, Tracing tracing) {
        this.scope = scope;
        this.settings = settings;
        this.topics = topics;
        this.clock = clock;
        this.tracing = tracing;
        this.sends = new Sends(tracing, topics.articles(settings.lane()).name());
        this.reader = new CommittedReader(
                settings.consumer(), settings.transactionTimeout().plus(PATIENCE_BEYOND_TIMEOUT));
        this.committed = new CommittedSources(scope.name());
        this.buffer = new ArticleBuffer(settings.capacity());
        this.thread = new Thread(this::run, "ingest-writer-" + scope.name());
        thread.setDaemon(true);
    }

    /** Begins to connect and write; returns at once. */
    public void start() {
        thread.start();
    }

    /** Completes once Kafka has answered and what was committed before is known; fails if it never will. */
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /** Completes when the writer has stopped; with a {@link SourceMovedException} if another process has taken over. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** The progress of the source that this writer is named after, once it is ready. */
    public CompletableFuture<Optional<IngestProgress>> progressAtStart() {
        return ready.thenApply(done -> progress(scope.name()));
    }

    /** How far a source is read, as it was last committed; known once this is ready. */
    public Optional<IngestProgress> progress(String sourceId) {
        return committed.progress(sourceId);
    }

    /** How a source does, as it was last committed, not to be changed; known once this is ready. */
    public Optional<SourceState> state(String sourceId) {
        return committed.state(sourceId);
    }

    /** The sources of which a state was committed. */
    public Set<String> sourcesWithState() {
        return committed.withState();
    }

    /**
     * Hands articles over without waiting.
     *
     * @return completes once they are committed; fails if they will never be
     * @throws BufferFullException if there is no room
     */
    public CompletableFuture<Void> offer(Submission submission) throws BufferFullException {
        return buffer.offer(here(submission));
    }

    /**
     * Hands articles over, waiting for room.
     *
     * @return completes once they are committed; fails if they will never be
     */
    public CompletableFuture<Void> put(Submission submission) throws InterruptedException {
        return buffer.put(here(submission));
    }

    /** Records the traces of what is written. */
    public Tracing tracing() {
        return tracing;
    }

    /** Articles that wait for their commit. */
    public int waiting() {
        return buffer.size();
    }

    /** Whether Kafka takes what is written. */
    public CheckResult check() {
        return state;
    }

    /** Writes what is buffered if Kafka takes it within a few seconds, and stops.  What is not written fails. */
    @Override
    public void close() {
        buffer.close();
        try {
            thread.join(CLOSE.toMillis());
            stopping = true;
            thread.interrupt();
            thread.join(1000);
        } catch (InterruptedException e) {
            stopping = true;
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** In the trace of the thread that hands it over, unless its articles have traces of their own. */
    private static Submission here(Submission submission) {
        Context current = Context.current();
        return current == Context.root() || !submission.traces().isEmpty()
                ? submission
                : submission.traced(Collections.nCopies(submission.articles().size(), current));
    }

    private void run() {
        try {
            persistently(this::connectFirst);
            for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
                try {
                    write(batch);
                } finally {
                    buffer.release(batch);
                }
            }
        } catch (SourceMovedException e) {
            state = CheckResult.fail(e);
            LOG.error("{}", e.getMessage());
            ended.completeExceptionally(e);
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("the writer of {} was told to stop", scope.name());
        } finally {
            fail(ready);
            buffer.close();
            buffer.drain().forEach(entry -> fail(entry.committed()));
            disconnect(!stopping && !Thread.currentThread().isInterrupted());
            ended.complete(null);
        }
    }

    private List<Waiting> next() throws InterruptedException {
        return buffer.take(settings.batchSize(), settings.linger());
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            commit(batch);
            batch.forEach(entry -> entry.committed().complete(null));
        } catch (RecordTooLargeException e) {
            // only the one that the broker won't have is to fail
            if (batch.size() == 1) {
                batch.get(0).committed().completeExceptionally(e);
                return;
            }
            for (Waiting entry : batch) {
                write(List.of(entry));
            }
        } catch (SourceMovedException e) {
            batch.forEach(entry -> entry.committed().completeExceptionally(e));
            throw e;
        } catch (InterruptedException | InterruptException e) {
            batch.forEach(entry -> fail(entry.committed()));
            throw e;
        }
    }

    private void commit(List<Waiting> batch) throws InterruptedException {
        List<Submission> steps = batch.stream()
                .map(Waiting::submission)
                .map(step -> sends.begin(step))
                .toList();
        Changes changes = committed.after(steps, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            persistently(() -> {
                if (!settledAsWritten(changes)) {
                    Objects.requireNonNull(transactions).write(changes);
                }
            });
        } catch (InterruptedException | RuntimeException e) {
            sends.end(steps, e);
            throw e;
        }
        sends.end(steps, null);
        committed.apply(changes);
    }

    private void connectFirst() {
        transactions = new Transactions(settings, topics, scope.name());
        committed.begin(readProgress(), readStates());
        ready.complete(null);
    }

    /**
     * After a failure: a new producer under the old id ends the transaction that was open, one way or the other, and the
     * progress tells which way.
     */
    private boolean settledAsWritten(Changes pending) {
        if (transactions != null) {
            return false;
        }
        transactions = new Transactions(settings, topics, scope.name());
        return committed.isWritten(pending, readProgress());
    }

    private Map<String, IngestProgress> readProgress() {
        return reader.read(topics.ingestState(), partition -> true, scope.sources());
    }

    private Map<String, SourceState> readStates() {
        OptionalInt partition = scope.statePartition();
        return partition.isEmpty()
                ? Map.of()
                : reader.read(topics.sourceState(), p -> p == partition.getAsInt(), scope.sources());
    }

    /** Does it until it succeeds, or the article is at fault, or the writer is to stop. */
    private void persistently(Runnable action) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                action.run();
                state = CheckResult.pass();
                return;
            } catch (InterruptException e) {
                throw e;
            } catch (RecordTooLargeException | SourceMovedException e) {
                disconnect(false);
                throw e;
            } catch (RuntimeException e) {
                disconnect(false);
                state = CheckResult.fail(e);
                LOG.warn("source {}: Kafka did not take it, next try in {}: {}", scope.name(), pause, e.toString());
                Thread.sleep(pause.toMillis() + ThreadLocalRandom.current().nextLong(FIRST_PAUSE.toMillis()));
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        throw new InterruptedException("the writer stops");
    }

    private void disconnect(boolean orderly) {
        Transactions old = transactions;
        transactions = null;
        if (old != null) {
            old.close(orderly);
        }
    }

    private static void fail(CompletableFuture<?> future) {
        future.completeExceptionally(new IllegalStateException("ingest stopped before Kafka had taken it"));
    }
}
