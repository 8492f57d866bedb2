package io.vedette.ingest.polling;

import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.schemas.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Poll sources when they are due, several at a time, and each source by one at a time.  Thread-safe. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PAUSE_WITHOUT_KAFKA = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_DEFECT = Duration.ofMinutes(15);

    private final Poller poller;
    private final PollingMetrics metrics;
    private final Clock clock;
    private final Schedule schedule;
    private final List<Thread> threads = new ArrayList<>();

    /** Guards what follows, and the objects in it. */
    private final Object lock = new Object();

    private final Map<String, Polled> polled = new HashMap<>();
    /** Polls that are under way, also those that were broken off and have not ended yet. */
    private final Set<Polled> running = new HashSet<>();

    Workers(Poller poller, PollingMetrics metrics, int threads, Clock clock) {
        this.poller = poller;
        this.metrics = metrics;
        this.clock = clock;
        this.schedule = new Schedule(clock);
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(this::work, "polling-" + i);
            worker.setDaemon(true);
            this.threads.add(worker);
        }
        metrics.measure(this::running, this::size);
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Polls a source from now on, or as it is now. */
    void put(Source source, ArticleWriter writer, Instant due) {
        String host = Poller.host(source, writer);
        synchronized (lock) {
            Polled known = polled.get(source.getId());
            if (known == null) {
                polled.put(source.getId(), new Polled(source, writer));
                schedule.put(source.getId(), host, due);
            } else {
                known.change(source);
                if (!known.isRunning()) {
                    schedule.put(source.getId(), host, due);
                }
            }
        }
    }

    boolean has(String id) {
        synchronized (lock) {
            return polled.containsKey(id);
        }
    }

    /**
     * Polls a source no more, and breaks off a poll that is under way.
     *
     * @param patience how long to wait for that to end
     * @return whether it has
     */
    boolean drop(String id, Duration patience) throws InterruptedException {
        return drop(source -> source.source().getId().equals(id), patience);
    }

    /** The same for all sources that write to this. */
    boolean drop(ArticleWriter writer, Duration patience) throws InterruptedException {
        return drop(source -> source.writer() == writer, patience);
    }

    int running() {
        synchronized (lock) {
            return running.size();
        }
    }

    int size() {
        synchronized (lock) {
            return polled.size();
        }
    }

    /** Breaks off all. */
    @Override
    public void close() {
        schedule.close();
        synchronized (lock) {
            polled.clear();
            running.forEach(Polled::interrupt);
        }
    }

    private boolean drop(Predicate<Polled> which, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            for (Polled leaving : List.copyOf(polled.values())) {
                if (which.test(leaving)) {
                    polled.remove(leaving.source().getId());
                    schedule.remove(leaving.source().getId());
                    leaving.interrupt();
                }
            }
            while (running.stream().anyMatch(which)) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                lock.wait(millis);
            }
            return true;
        }
    }

    private void work() {
        try {
            for (Schedule.Turn turn = schedule.take(); turn != null; turn = schedule.take()) {
                Polled source = begin(turn);
                try {
                    if (source != null) {
                        metrics.began(Duration.between(turn.due(), clock.instant()));
                        end(source, poll(source));
                    }
                } finally {
                    schedule.done(turn);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("a worker was told to stop");
        }
    }

    private @Nullable Polled begin(Schedule.Turn turn) {
        synchronized (lock) {
            Polled source = polled.get(turn.sourceId());
            if (source != null) {
                source.run();
                running.add(source);
            }
            return source;
        }
    }

    private void end(Polled ended, @Nullable Instant next) {
        Source source;
        synchronized (lock) {
            ended.rest();
            running.remove(ended);
            lock.notifyAll();
            source = ended.source();
            if (polled.get(source.getId()) != ended) {
                return;
            }
        }
        String host = Poller.host(source, ended.writer());
        synchronized (lock) {
            if (polled.get(source.getId()) == ended) {
                schedule.put(source.getId(), host, next == null || ended.isChanged() ? clock.instant() : next);
            }
        }
    }

    /** When to poll again; null if the poll was broken off. */
    private @Nullable Instant poll(Polled polled) {
        Source source;
        synchronized (lock) {
            source = polled.source();
        }
        try {
            return poller.poll(source, polled.writer());
        } catch (InterruptedException e) {
            return null;
        } catch (ExecutionException e) {
            LOG.atWarn().addKeyValue("source", source.getId()).log("was not written: {}", String.valueOf(e.getCause()));
            return clock.instant().plus(PAUSE_WITHOUT_KAFKA);
        } catch (RuntimeException | Error e) {
            // one source, though it took all memory or stack, must not cost the others a worker
            LOG.atError().addKeyValue("source", source.getId()).setCause(e).log("a poll failed as nobody foresaw");
            return clock.instant().plus(PAUSE_AFTER_DEFECT);
        }
    }
}
