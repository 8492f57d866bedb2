package io.vedette.alerts.history;

import io.vedette.alerts.overtime.History;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Match;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills watches one reading after the other, with all that have come meanwhile in the next one.  Thread-safe. */
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long TAKE_MILLIS = 100;
    private static final long APPLIED_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long CLOSE_PATIENCE_MILLIS = 5_000;

    private final Setting setting;
    private final Findings findings;
    private final Predicate<Wanted> isCurrent;
    private final java.util.function.Consumer<Wanted> done;
    private final BlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * What all lanes have in common.
     *
     * @param consumers makes a consumer of committed records without a group
     * @param watchesAtOnce so many are filled in one reading
     * @param patience a watch that was saved longer ago is as good as saved then: the topology has not waited longer
     */
    record Setting(
            Topics topics,
            ArticleMatcher matcher,
            Supplier<Consumer<byte[], byte[]>> consumers,
            HistoryFiller.Applied applied,
            HistoryScan.Limits limits,
            int watchesAtOnce,
            Duration patience,
            Clock clock,
            HistoryMetrics metrics) {}

    /**
     * Begins at once.
     *
     * @param isCurrent whether a watch still asks what it did when it was added
     * @param done told of each that is filled, or need not be any more
     */
    Lane(
            String name,
            Setting setting,
            Findings findings,
            Predicate<Wanted> isCurrent,
            java.util.function.Consumer<Wanted> done) {
        this.setting = setting;
        this.findings = findings;
        this.isCurrent = isCurrent;
        this.done = done;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    void add(Wanted watch) {
        queue.add(watch);
    }

    /** Lets it end soon.  It is not interrupted, which clients of Kafka take for a failure. */
    void end() {
        ending.countDown();
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    @Override
    public void close() {
        end();
        try {
            thread.join(CLOSE_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isEnding()) {
                Wanted next = queue.poll(TAKE_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    List<Wanted> batch = new ArrayList<>(List.of(next));
                    queue.drainTo(batch, setting.watchesAtOnce() - 1);
                    untilFilled(batch);
                    batch.forEach(done);
                }
            }
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("filling ends", e);
        }
    }

    private void untilFilled(List<Wanted> batch) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                fill(batch);
                return;
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                if (isEnding()) {
                    throw new CancellationException();
                }
                setting.metrics().failed();
                LOG.atWarn()
                        .addKeyValue("watches", batch.size())
                        .addKeyValue("reason", Trouble.describe(e))
                        .addKeyValue("pauseMillis", pause)
                        .log("watches could not be filled from the retained articles; trying again");
            }
            pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    private void fill(List<Wanted> batch) throws InterruptedException {
        long begun = System.nanoTime();
        Instant longAgo = setting.clock().instant().minus(setting.patience());
        Map<String, Wanted> byId = new HashMap<>();
        for (Wanted watch : batch) {
            if (isCurrent.test(watch) && !watch.isAhead()) {
                byId.put(watch.id(), watch.savedFrom(longAgo));
            } else if (isCurrent.test(watch)) {
                Instant from = Objects.requireNonNull(watch.watch().options().validFrom());
                findings.write(watch, List.of(), History.filled(watch.watch(), from, from, watch.offset()));
            }
        }
        if (byId.isEmpty()) {
            return;
        }
        awaitApplied(batch);
        HistoryScan scan = new HistoryScan(
                List.copyOf(byId.values()), setting.topics(), setting.matcher(), setting.limits(), this::isEnding);
        try (Consumer<byte[], byte[]> consumer = setting.consumers().get()) {
            scan.run(consumer);
        }
        byId.values().stream().filter(isCurrent).forEach(watch -> write(watch, scan));
        setting.metrics().filled(scan.articles(), byId.size(), System.nanoTime() - begun);
        LOG.atInfo()
                .addKeyValue("watches", byId.size())
                .addKeyValue("articles", scan.articles())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .log("filled watches from the retained articles");
    }

    private void write(Wanted watch, HistoryScan scan) {
        List<Match> matches = scan.matches(watch);
        findings.write(
                watch, matches, History.filled(watch.watch(), scan.since(watch), watch.savedAt(), watch.offset()));
        setting.metrics().found(matches.size());
    }

    /** Whoever matches from here on has the watch: what is not matched live was written before the reading begins. */
    private void awaitApplied(List<Wanted> batch) throws InterruptedException {
        Map<Integer, Long> offsets = new HashMap<>();
        batch.forEach(watch -> offsets.merge(watch.at().partition(), watch.offset(), Math::max));
        for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
            if (!isApplied(offset.getKey(), offset.getValue())) {
                LOG.atWarn()
                        .addKeyValue("partition", offset.getKey())
                        .addKeyValue("offset", offset.getValue())
                        .log(
                                "not every instance says that it has applied the watches that are filled now; articles that"
                                        + " come before they do may be left out");
            }
        }
    }

    /** An instance that does not answer for a minute takes part no more, as far as Kafka knows. */
    private boolean isApplied(int partition, long offset) throws InterruptedException {
        long begun = System.nanoTime();
        boolean applied = setting.applied().everywhere(partition, offset);
        while (!applied && System.nanoTime() - begun < APPLIED_PATIENCE_NANOS) {
            pause(TAKE_MILLIS);
            applied = setting.applied().everywhere(partition, offset);
        }
        return applied;
    }

    private void pause(long millis) throws InterruptedException {
        if (ending.await(millis, TimeUnit.MILLISECONDS)) {
            throw new CancellationException();
        }
    }
}
