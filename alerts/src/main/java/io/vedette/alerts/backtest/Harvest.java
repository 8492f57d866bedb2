package io.vedette.alerts.backtest;

import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is retained, some partitions at a time, each with a consumer of its own, and keeps what matches.  Used once;
 * {@link #cancel} may be called from any thread.
 */
final class Harvest {

    private final Topics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ArticleMatcher matcher;
    private final Candidates candidates;
    private final BacktestConfig limits;
    private final Progress progress = new Progress();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    /** Set when one partition has failed, for those that still read. */
    private final AtomicBoolean over = new AtomicBoolean();

    Harvest(
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ArticleMatcher matcher,
            Candidates candidates,
            BacktestConfig limits) {
        this.topics = topics;
        this.consumers = consumers;
        this.matcher = matcher;
        this.candidates = candidates;
        this.limits = limits;
    }

    /**
     * What there was.
     *
     * @param partitions in their order
     * @param timeline how time went on; tells nothing unless some watch counts over time
     * @param retainedFrom the time of the first article, if nothing before it is retained; else null
     */
    record Gathered(
            List<Found> partitions,
            Timeline timeline,
            @Nullable Instant retainedFrom) {}

    /** Where to read, by partition, and whether that is all there is. */
    private record Plan(List<Slice> articles, List<Slice> stories, List<Scan.Beats> beats, boolean whole) {}

    Progress progress() {
        return progress;
    }

    void cancel() {
        cancelled.set(true);
    }

    void throwIfCancelled() {
        if (cancelled.get()) {
            throw new CancellationException();
        }
    }

    /** @throws CancellationException if it was cancelled */
    Gathered gather() throws InterruptedException {
        Plan plan;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            plan = plan(consumer);
        }
        List<Found> partitions = read(plan);
        Instant first = partitions.stream()
                .map(Found::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(null);
        return new Gathered(partitions, Timeline.of(partitions, candidates.earliest()), plan.whole() ? first : null);
    }

    private Plan plan(Consumer<byte[], byte[]> consumer) {
        Instant from = candidates.earliest();
        List<Slice> articles = Slice.since(consumer, topics.enriched().name(), from);
        List<Slice> stories = Slice.since(consumer, topics.stories().name(), from);
        List<Slice> beats = candidates.isAnyOverTime()
                ? Slice.since(consumer, topics.heartbeats().name(), from)
                : List.of();
        requireSame(topics.stories().name(), stories.size(), articles.size());
        articles.forEach(slice -> progress.toRead(slice.length()));
        stories.forEach(slice -> progress.toRead(slice.length()));
        if (!beats.isEmpty()) {
            requireSame(topics.heartbeats().name(), beats.size(), articles.size());
            beats.forEach(slice -> progress.toRead(slice.length()));
        }
        return new Plan(articles, stories, withExpiry(consumer, beats), isWhole(consumer, articles));
    }

    private void requireSame(String topic, int partitions, int wanted) {
        if (partitions != wanted) {
            throw new IllegalStateException(topics.enriched().name() + " has " + wanted + " partitions and " + topic
                    + " " + partitions + "; they must have as many: create them with vedette topics create");
        }
    }

    private static List<Scan.Beats> withExpiry(Consumer<?, ?> consumer, List<Slice> beats) {
        Map<TopicPartition, Long> begin = beginnings(consumer, beats);
        return beats.stream()
                .map(slice -> {
                    long first = begin.getOrDefault(slice.partition(), 0L);
                    return new Scan.Beats(slice, first > 0 && slice.from() == first);
                })
                .toList();
    }

    private static boolean isWhole(Consumer<?, ?> consumer, List<Slice> slices) {
        Map<TopicPartition, Long> begin = beginnings(consumer, slices);
        return slices.stream().allMatch(slice -> slice.from() <= begin.getOrDefault(slice.partition(), 0L));
    }

    private static Map<TopicPartition, Long> beginnings(Consumer<?, ?> consumer, List<Slice> slices) {
        return consumer.beginningOffsets(slices.stream().map(Slice::partition).toList());
    }

    private List<Found> read(Plan plan) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(limits.threads(), Harvest::daemon);
        try {
            CompletionService<Found> scans = new ExecutorCompletionService<>(threads);
            List<Future<Found>> all = new ArrayList<>();
            for (int i = 0; i < plan.articles().size(); i++) {
                int partition = i;
                all.add(scans.submit(() -> scan(plan, partition)));
            }
            for (int i = 0; i < all.size(); i++) {
                result(scans.take());
            }
            List<Found> found = new ArrayList<>();
            for (Future<Found> each : all) {
                found.add(result(each));
            }
            return found;
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private Found scan(Plan plan, int partition) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            SliceReader reader = new SliceReader(consumer, () -> cancelled.get() || over.get());
            Scan.Beats beats = plan.beats().isEmpty() ? null : plan.beats().get(partition);
            return new Scan(topics, matcher, candidates, limits, progress)
                    .run(reader, plan.articles().get(partition), plan.stories().get(partition), beats);
        }
    }

    private static Found result(Future<Found> scan) throws InterruptedException {
        try {
            return scan.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vedette-backtest");
        thread.setDaemon(true);
        return thread;
    }
}
