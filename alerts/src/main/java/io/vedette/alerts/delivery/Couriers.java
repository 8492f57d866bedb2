package io.vedette.alerts.delivery;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.runtime.streams.Trouble;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work, with threads for each channel of its own, so that a slow receiver delays nobody else.  What came of it is
 * fetched with {@link #finished}.  All methods are for one thread.
 */
final class Couriers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final long IDLE_SECONDS = 30;

    /** Where the alert of a task comes from. */
    @FunctionalInterface
    interface Alerts {
        /**
         * @return null if it is there no more
         * @throws TimeoutException if nobody can say now
         */
        @Nullable
        TracedAlert of(Task task) throws TimeoutException;
    }

    private final Map<String, Courier> couriers = new HashMap<>();
    private final Alerts alerts;
    private final Clock clock;
    private final Tracing tracing;
    private final Queue<Attempt> finished = new ConcurrentLinkedQueue<>();

    Couriers(List<Lane> lanes, Alerts alerts, Clock clock, Tracing tracing) {
        this.tracing = tracing;
        this.alerts = alerts;
        this.clock = clock;
        lanes.forEach(lane -> couriers.put(lane.name(), new Courier(lane)));
    }

    /** Begins all that is due and has a free thread. */
    void dispatch(Backlog backlog, Instant now) {
        for (String channel : backlog.channels()) {
            Courier courier = couriers.get(channel);
            if (courier == null) {
                refuse(backlog.take(channel, now, Integer.MAX_VALUE), channel, now);
            } else {
                courier.dispatch(backlog, now);
            }
        }
    }

    /** What ended since the last call; its threads are free again. */
    List<Attempt> finished() {
        List<Attempt> ended = new ArrayList<>();
        for (Attempt attempt = finished.poll(); attempt != null; attempt = finished.poll()) {
            ended.add(attempt);
        }
        for (Attempt attempt : ended) {
            Courier courier = couriers.get(attempt.tasks().get(0).channel());
            if (courier != null) {
                courier.ended(attempt);
            }
        }
        return ended;
    }

    /** Waits until nothing of these partitions is under way, but not for long. */
    List<Attempt> settle(Collection<Integer> partitions, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Attempt> ended = new ArrayList<>(finished());
        while (couriers.values().stream().anyMatch(courier -> courier.busyWith(partitions))
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
            ended.addAll(finished());
        }
        return ended;
    }

    @Override
    public void close() {
        couriers.values().forEach(Courier::close);
    }

    private void refuse(List<Task> tasks, String channel, Instant now) {
        Outcome outcome = Outcome.refused("delivery.channels has no channel \"" + channel + "\"; add it and retry");
        tasks.forEach(task -> finished.add(new Attempt(List.of(task), List.of(), now, 0, outcome)));
    }

    /** The threads of one channel. */
    private final class Courier {

        private final Lane lane;
        private final ThreadPoolExecutor threads;
        private final List<List<Task>> underWay = new ArrayList<>();

        Courier(Lane lane) {
            this.lane = lane;
            threads = new ThreadPoolExecutor(
                    lane.concurrency(),
                    lane.concurrency(),
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> {
                        Thread thread = new Thread(task, "vedette-delivery-" + lane.name());
                        thread.setDaemon(true);
                        return thread;
                    });
            threads.allowCoreThreadTimeOut(true);
        }

        void dispatch(Backlog backlog, Instant now) {
            while (underWay.size() < lane.concurrency()) {
                List<Task> due = backlog.take(lane.name(), now, lane.most());
                if (due.isEmpty()) {
                    return;
                }
                // what is under way since before its partition went and came is not begun twice: its end puts it back
                List<Task> tasks = due.stream().filter(task -> !underWay(task)).toList();
                if (tasks.isEmpty()) {
                    continue;
                }
                underWay.add(tasks);
                threads.execute(() -> work(tasks));
            }
        }

        void ended(Attempt attempt) {
            underWay.removeIf(tasks -> tasks == attempt.tasks());
        }

        private boolean underWay(Task task) {
            return underWay.stream().flatMap(List::stream).anyMatch(other -> other.key()
                    .equals(task.key()));
        }

        boolean busyWith(Collection<Integer> partitions) {
            return underWay.stream().flatMap(List::stream).anyMatch(task -> partitions.contains(task.partition()));
        }

        void close() {
            threads.shutdownNow();
            lane.channel().close();
        }

        private void work(List<Task> tasks) {
            Instant at = clock.instant();
            long start = System.nanoTime();
            List<Task> gone = new ArrayList<>();
            Outcome outcome;
            try {
                outcome = deliver(tasks, gone);
            } catch (InterruptedException e) {
                // closing: nobody writes down any more what came of it, so it will be done again
                Thread.currentThread().interrupt();
                return;
            } catch (TimeoutException e) {
                outcome = Outcome.failed("the alert can't be read from Kafka now: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("channel", lane.name()).setCause(e).log("a channel failed");
                outcome = Outcome.failed(Trouble.describe(e));
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            finished.add(new Attempt(tasks, gone, at, (int) Math.min(Integer.MAX_VALUE, millis), outcome));
        }

        private Outcome deliver(List<Task> tasks, List<Task> gone) throws InterruptedException, TimeoutException {
            List<Parcel> parcels = new ArrayList<>();
            List<Context> traces = new ArrayList<>();
            for (Task task : tasks) {
                TracedAlert found = alerts.of(task);
                if (found == null) {
                    gone.add(task);
                } else {
                    parcels.add(new Parcel(found.alert(), lane.name(), task.attempt() + 1));
                    traces.add(found.trace());
                }
            }
            return parcels.isEmpty() ? Outcome.delivered() : handOver(parcels, traces);
        }

        /** One alert goes on with its trace; several begin one of their own, linked with theirs. */
        private Outcome handOver(List<Parcel> parcels, List<Context> traces) throws InterruptedException {
            boolean single = parcels.size() == 1;
            String name = "deliver " + lane.name();
            try (Work work = tracing.step(
                    name, SpanKind.CLIENT, single ? traces.get(0) : Context.root(), single ? List.of() : traces)) {
                work.note(TraceNames.CHANNEL, lane.name());
                if (single) {
                    work.note(TraceNames.ALERT, parcels.get(0).alert().getId())
                            .note(
                                    TraceNames.ATTEMPT,
                                    Integer.toString(parcels.get(0).attempt()));
                }
                Outcome outcome = lane.channel().deliver(parcels);
                if (!(outcome instanceof Outcome.Delivered)) {
                    work.failed(outcome.getClass().getSimpleName());
                }
                return outcome;
            }
        }
    }
}
