package io.vedette.alerts.backtest;

import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.WatchOptions;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.Match;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One back-test: partitions are read and matched side by side, then what matched is told in the order of the broker's time,
 * by the same code that tells it live.  What a watch would be and what it is are held against the same articles in one
 * pass.  Used once; {@link #cancel} may be called from any thread.
 */
final class BacktestRun {

    /** In front of the id of a watch as it is.  No id has a colon. */
    private static final String CURRENT = "current:";

    private static final Comparator<Match> IN_ORDER = Comparator.comparing(Match::getAt)
            .thenComparing(match -> match.getAlert().getArticleId());

    private final BacktestRequest request;
    private final Topics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ArticleMatcher matcher;
    private final Teller teller;
    private final BacktestConfig limits;
    private final Progress progress = new Progress();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param consumers makes a consumer of committed records without a group
     * @param matcher with the entities that the watches were compiled with
     * @param teller what is told of matches
     */
    BacktestRun(
            BacktestRequest request,
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ArticleMatcher matcher,
            Teller teller,
            BacktestConfig limits) {
        this.request = request;
        this.topics = topics;
        this.consumers = consumers;
        this.matcher = matcher;
        this.teller = teller;
        this.limits = limits;
    }

    Progress progress() {
        return progress;
    }

    /** Lets it end soon, with a {@link CancellationException}. */
    void cancel() {
        cancelled.set(true);
    }

    /**
     * Does it.
     *
     * @param now articles end here
     * @return by watch, in the order of the request
     * @throws CancellationException if it was cancelled
     */
    List<Report> run(Instant now) throws InterruptedException {
        Map<String, List<Match>> byWatch = new HashMap<>();
        matches().stream().sorted(IN_ORDER).forEach(match -> byWatch.computeIfAbsent(
                        match.getWatchId(), id -> new ArrayList<>())
                .add(match));
        Reporter reporter = new Reporter(request.since(), now, limits.samples());
        return request.watches().stream()
                .map(watch -> {
                    String id = watch.watch().getId();
                    return reporter.report(
                            id, tell(watch, byWatch.get(id), now), current(id, byWatch.get(CURRENT + id), now));
                })
                .toList();
    }

    private @Nullable Telling current(String id, @Nullable List<Match> matches, Instant now) {
        return request.current().stream()
                .filter(watch -> watch.watch().getId().equals(id))
                .map(watch -> tell(watch, matches, now))
                .findFirst()
                .orElse(null);
    }

    private Telling tell(CompiledWatch watch, @Nullable List<Match> found, Instant now) {
        List<Match> matches = found == null ? List.of() : found;
        for (Match match : matches) {
            match.setWatchId(watch.watch().getId());
            match.getAlert().setWatchId(watch.watch().getId());
        }
        return new Telling(matches.size(), teller.tell(watch, matches, request.since(), now));
    }

    private List<Match> matches() throws InterruptedException {
        Watches watches = snapshot();
        ExecutorService threads = Executors.newFixedThreadPool(limits.threads(), BacktestRun::daemon);
        try {
            return collect(threads, watches);
        } finally {
            cancelled.set(true); // those that still read, when one has failed
            threads.shutdownNow();
        }
    }

    private List<Match> collect(ExecutorService threads, Watches watches) throws InterruptedException {
        CompletionService<List<Match>> scans = new ExecutorCompletionService<>(threads);
        List<Slice> articles;
        List<Slice> stories;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            articles = Slice.since(consumer, topics.enriched().name(), request.since());
            stories = Slice.since(consumer, topics.stories().name(), request.since());
        }
        if (articles.size() != stories.size()) {
            throw new IllegalStateException(topics.enriched().name() + " has " + articles.size() + " partitions and "
                    + topics.stories().name() + " " + stories.size()
                    + "; they must have as many: create them with vedette topics create");
        }
        articles.forEach(slice -> progress.toRead(slice.length()));
        stories.forEach(slice -> progress.toRead(slice.length()));
        for (int i = 0; i < articles.size(); i++) {
            Slice enriched = articles.get(i);
            Slice told = stories.get(i);
            scans.submit(() -> scan(watches, enriched, told));
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            matches.addAll(done(scans));
        }
        return matches;
    }

    private List<Match> scan(Watches watches, Slice enriched, Slice stories) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            SliceReader reader = new SliceReader(consumer, cancelled::get);
            return new Scan(topics, matcher, watches, limits, progress).run(reader, enriched, stories);
        }
    }

    private static List<Match> done(CompletionService<List<Match>> scans) throws InterruptedException {
        try {
            return scans.take().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }

    /** The watches as they would be and as they are, side by side; whether and from when on they are in force is no matter. */
    private Watches snapshot() {
        List<CompiledWatch> watches = new ArrayList<>();
        request.watches()
                .forEach(watch -> watches.add(inForce(watch, watch.watch().getId())));
        request.current()
                .forEach(watch ->
                        watches.add(inForce(watch, CURRENT + watch.watch().getId())));
        return Watches.of(watches);
    }

    private static CompiledWatch inForce(CompiledWatch compiled, String id) {
        Watch watch = Watch.newBuilder(compiled.watch())
                .setId(id)
                .setEnabled(true)
                .setValidFrom(null)
                .setValidUntil(null)
                .build();
        return new CompiledWatch(watch, WatchOptions.of(watch), compiled.query(), compiled.queryKey());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vedette-backtest");
        thread.setDaemon(true);
        return thread;
    }
}
