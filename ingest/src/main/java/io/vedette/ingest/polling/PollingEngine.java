package io.vedette.ingest.polling;

import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.ingest.source.SourceListener;
import io.vedette.ingest.source.StoredSource;
import io.vedette.runtime.CheckResult;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the sources of those partitions polled that this instance holds, as long as it holds them.  What changes - partitions
 * that come and go, sources that are defined, changed and deleted - is dealt with one after the other, on a thread of its
 * own.  Thread-safe.
 */
final class PollingEngine implements AssignedPartitions.Holder, SourceListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollingEngine.class);
    private static final Duration PATIENCE_ON_REVOKE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_ON_DELETE = Duration.ofMinutes(1);

    private final Sources sources;
    private final Writers writers;
    private final Workers workers;
    private final Poller poller;
    private final Starts starts;
    private final Clock clock;
    private final ExecutorService changes = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "polling-changes");
        thread.setDaemon(true);
        return thread;
    });

    /** By its number; guards itself, and the objects in it. */
    private final Map<Integer, Partition> partitions = new HashMap<>();

    /** The sources of each partition, as they are. */
    interface Sources {

        /** Completes once they are known. */
        CompletableFuture<Void> known();

        List<Source> of(int partition, int partitions);
    }

    /** Makes the writer of a partition, not started. */
    @FunctionalInterface
    interface Writers {
        ArticleWriter of(int partition, int partitions);
    }

    PollingEngine(Sources sources, Writers writers, Workers workers, Poller poller, Starts starts, Clock clock) {
        this.sources = sources;
        this.writers = writers;
        this.workers = workers;
        this.poller = poller;
        this.starts = starts;
        this.clock = clock;
    }

    @Override
    public void assigned(Set<Integer> numbers, int of) {
        for (int number : numbers) {
            Partition partition = new Partition(number, of);
            synchronized (partitions) {
                partitions.put(number, partition);
            }
            sources.known().thenRun(() -> later(() -> begin(partition)));
        }
    }

    @Override
    public void revoked(Set<Integer> numbers) {
        List<ArticleWriter> open = new ArrayList<>();
        synchronized (partitions) {
            for (int number : numbers) {
                Partition partition = partitions.remove(number);
                if (partition != null && partition.writer() != null) {
                    open.add(partition.writer());
                }
            }
        }
        // each may wait for Kafka: all at once, to be done within the time of one
        open.parallelStream().forEach(this::leave);
    }

    @Override
    public void changed(@Nullable StoredSource before, @Nullable StoredSource now) {
        if (now != null) {
            later(() -> put(now.partition(), now.source()));
        } else if (before != null) {
            later(() -> delete(before.partition(), before.id()));
        }
    }

    /** Well if Kafka takes what the sources give. */
    CheckResult check() {
        synchronized (partitions) {
            for (Partition partition : partitions.values()) {
                ArticleWriter writer = partition.writer();
                if (writer != null && !writer.check().ok()) {
                    return writer.check();
                }
            }
            return CheckResult.pass(workers.size() + " sources in " + partitions.size() + " partitions");
        }
    }

    /** Articles that wait for their commit. */
    int waiting() {
        synchronized (partitions) {
            return partitions.values().stream()
                    .map(Partition::writer)
                    .mapToInt(writer -> writer == null ? 0 : writer.waiting())
                    .sum();
        }
    }

    /** Breaks off the polls that are under way; what they have read and not written is read again. */
    @Override
    public void close() {
        changes.shutdownNow();
        Set<Integer> all;
        synchronized (partitions) {
            all = Set.copyOf(partitions.keySet());
        }
        revoked(all);
    }

    private void leave(ArticleWriter writer) {
        try {
            workers.drop(writer, PATIENCE_ON_REVOKE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
    }

    /** Its sources are known now; a writer is opened if there are any. */
    private void begin(Partition partition) {
        synchronized (partitions) {
            if (!isHeld(partition)) {
                return;
            }
            partition.begin();
        }
        if (!sources.of(partition.number(), partition.of()).isEmpty()) {
            open(partition);
        }
    }

    private void open(Partition partition) {
        ArticleWriter writer = writers.of(partition.number(), partition.of());
        synchronized (partitions) {
            if (!isHeld(partition)) {
                return;
            }
            partition.writeTo(writer);
        }
        writer.start();
        writer.ready().thenRun(() -> later(() -> enlist(partition, writer)));
        writer.ended().whenComplete((done, moved) -> {
            if (moved != null) {
                later(() -> reopen(partition, writer));
            }
        });
    }

    /** Another process has written, though this one holds the partition: one of the two was late to learn who does. */
    private void reopen(Partition partition, ArticleWriter writer) throws InterruptedException {
        synchronized (partitions) {
            if (!isHeldBy(partition, writer)) {
                return;
            }
        }
        LOG.atWarn().addKeyValue("partition", partition.number()).log("reads anew how far its sources were read");
        workers.drop(writer, PATIENCE_ON_DELETE);
        open(partition);
    }

    private void enlist(Partition partition, ArticleWriter writer) throws InterruptedException {
        List<Source> all = new ArrayList<>(sources.of(partition.number(), partition.of()));
        // lest those of one host come one after the other
        Collections.shuffle(all);
        for (Source source : all) {
            add(partition, writer, source);
        }
        Set<String> gone = new HashSet<>(writer.sourcesWithState());
        all.forEach(source -> gone.remove(source.getId()));
        for (String id : gone) {
            writer.put(Submission.forget(id));
        }
        partition.enlisted();
    }

    private void put(int number, Source source) throws InterruptedException {
        Partition partition;
        ArticleWriter writer;
        synchronized (partitions) {
            partition = partitions.get(number);
            if (partition == null || !partition.isBegun()) {
                return; // when it begins, the source is known
            }
            writer = partition.writer();
        }
        if (writer == null) {
            open(partition);
        } else if (partition.isEnlisted()) {
            add(partition, writer, source);
        }
    }

    private void add(Partition partition, ArticleWriter writer, Source source) throws InterruptedException {
        if (!source.getEnabled()) {
            workers.drop(source.getId(), PATIENCE_ON_DELETE);
            Submission paused = poller.paused(source, writer);
            if (paused != null) {
                writer.put(paused);
            }
            return;
        }
        synchronized (partitions) {
            if (isHeldBy(partition, writer)) {
                workers.put(source, writer, due(source, writer));
            }
        }
    }

    /** When it was to be polled by who polled it before; soon, if that is over, or it has been changed since. */
    private Instant due(Source source, ArticleWriter writer) {
        SourceState state = writer.state(source.getId()).orElse(null);
        if (state == null || state.getNextPoll() == null || workers.has(source.getId())) {
            return starts.next();
        }
        Instant attempt = state.getLastAttempt();
        Instant change = source.getUpdatedAt();
        boolean changed = change != null && (attempt == null || change.isAfter(attempt));
        return changed || state.getNextPoll().isBefore(clock.instant()) ? starts.next() : state.getNextPoll();
    }

    private void delete(int number, String id) throws InterruptedException {
        ArticleWriter writer;
        synchronized (partitions) {
            Partition partition = partitions.get(number);
            if (partition == null || !partition.isEnlisted()) {
                return;
            }
            writer = partition.writer();
        }
        if (writer != null && workers.drop(id, PATIENCE_ON_DELETE)) {
            writer.put(Submission.forget(id));
        }
    }

    private boolean isHeld(Partition partition) {
        return partitions.get(partition.number()) == partition;
    }

    private boolean isHeldBy(Partition partition, ArticleWriter writer) {
        return isHeld(partition) && partition.writer() == writer;
    }

    private interface Change {
        void make() throws InterruptedException;
    }

    private void later(Change change) {
        try {
            changes.execute(() -> {
                try {
                    change.make();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.atError().setCause(e).log("a change of sources or partitions was not taken up");
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("polling has ended");
        }
    }
}
