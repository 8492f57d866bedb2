package io.vedette.runtime.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.status.SystemView.ComponentView;
import io.vedette.runtime.status.SystemView.Rates;
import io.vedette.runtime.status.SystemView.ServiceView;
import io.vedette.runtime.status.SystemView.Up;
import io.vedette.runtime.streams.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how it goes while somebody asks: at most once in a while, on a thread of its own, however many ask.  Who asks gets
 * what was found last, and only the first waits.  Thread-safe.
 */
final class SystemStatus implements AutoCloseable {

    private static final Duration RATES = Duration.ofMinutes(5);

    private final List<Service> services;
    private final List<Component> shared;
    private final KafkaSampler kafka;
    private final Pulse pulse;
    private final MeterRegistry meters;
    private final Duration refresh;
    private final Clock clock;
    private final RecentLatency latency;
    private final ExecutorService executor;
    private volatile @Nullable SystemView last;
    private @Nullable Future<?> underWay;

    /**
     * @param services of this process
     * @param shared what all of them lean on
     * @param refresh how old an answer may be before it is found anew
     */
    SystemStatus(
            List<Service> services,
            List<Component> shared,
            KafkaSampler kafka,
            Pulse pulse,
            MeterRegistry meters,
            Duration refresh,
            Clock clock) {
        this.services = List.copyOf(services);
        this.shared = List.copyOf(shared);
        this.kafka = kafka;
        this.pulse = pulse;
        this.meters = meters;
        this.refresh = refresh;
        this.clock = clock;
        this.latency = new RecentLatency(clock.instant());
        this.executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "vedette-system-status");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What was found last.
     *
     * @param patience how long to wait if nothing was found yet
     * @return null if there is nothing by then
     */
    @Nullable
    SystemView view(Duration patience) throws InterruptedException {
        SystemView known = last;
        if (known == null || known.at().plus(refresh).isBefore(clock.instant())) {
            Future<?> finding = find();
            if (known == null) {
                await(finding, patience);
            }
        }
        return last;
    }

    private synchronized Future<?> find() {
        Future<?> running = underWay;
        if (running == null || running.isDone()) {
            running = executor.submit(() -> last = look());
            underWay = running;
        }
        return running;
    }

    private static void await(Future<?> finding, Duration patience) throws InterruptedException {
        try {
            finding.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // it is told when it is there
        } catch (ExecutionException e) {
            throw new IllegalStateException("the status can't be found", e.getCause());
        }
    }

    private SystemView look() {
        List<ServiceView> views = new ArrayList<>();
        for (Service service : services) {
            if (!service.components().isEmpty()) {
                views.add(view(service.name(), service.components()));
            }
        }
        views.add(view("process", shared));
        KafkaSample sample = null;
        Up up;
        try {
            sample = kafka.sample();
            up = new Up(
                    true,
                    sample.forbidden().isEmpty()
                            ? null
                            : "not permitted to see " + String.join(", ", sample.forbidden())
                                    + ": grant Describe on them");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            up = new Up(false, "interrupted");
        } catch (TimeoutException e) {
            up = new Up(false, "Kafka does not answer");
        } catch (ExecutionException | RuntimeException e) {
            up = new Up(false, Trouble.describe(e));
        }
        Instant now = clock.instant();
        Timer toAlert = meters.find(MetricNames.TIME_TO_ALERT).timer();
        return new SystemView(
                version(),
                now,
                up,
                views,
                sample == null ? null : sample.groups(),
                sample == null ? null : sample.lag(),
                toAlert == null ? null : latency.of(toAlert, now),
                rates(now),
                sample == null ? null : sample.deadLetters(),
                pulse.canary());
    }

    private static ServiceView view(String name, List<Component> components) {
        List<ComponentView> checked = components.stream()
                .map(component -> {
                    CheckResult result = check(component);
                    return new ComponentView(component.name(), result.ok(), result.reason());
                })
                .toList();
        return new ServiceView(name, checked.stream().allMatch(ComponentView::up), checked);
    }

    /** One that throws against its promise hides no other. */
    private static CheckResult check(Component component) {
        try {
            return component.check();
        } catch (RuntimeException e) {
            return CheckResult.fail(e);
        }
    }

    private Rates rates(Instant now) {
        Instant since = now.minus(RATES);
        return new Rates(perSecond(pulse.articles(since)), perSecond(pulse.alerts(since)), RATES.toSeconds());
    }

    private static @Nullable Double perSecond(OptionalLong count) {
        return count.isEmpty() ? null : (double) count.getAsLong() / RATES.toSeconds();
    }

    private static String version() {
        String version = SystemStatus.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        kafka.close();
    }
}
