package io.vedette.runtime.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.schemas.Lane;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one Kafka Streams application: starts whether or not the broker is there, replaces threads that failed with
 * backoff, sends what can't be processed to the dead letters, and ends cleanly. Thread-safe.
 *
 * <p>It is ready while every thread works. After a failure it is not ready until it has run for two seconds. A replaced
 * thread gets its partitions once the session of its predecessor has ended, 10 s after that failed: Kafka Streams does not
 * let a failed thread leave its group.
 */
public final class StreamsRunner implements Component, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final long SETTLED_NANOS = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final Lane lane;
    private final Topology topology;
    private final Properties properties;
    private final MeterRegistry meters;
    private final boolean staticMember;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable StreamsMeters streamsMeters;
    private volatile @Nullable Failure lastFailure;
    private volatile @Nullable Throwable fatal;

    /** What failed, and when its wait was last known to go on, in nano time. */
    private record Failure(Throwable thrown, long nanoTime) {}

    /**
     * @param name the service's name: of the component, in logs and as a tag
     * @param lane whose articles it works on: a tag of Kafka Streams' metrics
     * @param topology what to run
     * @param properties as {@code KafkaClients.streams} gives them; not kept
     * @param deadLetterTopic where records go that can't be processed
     * @param meters gets Kafka Streams' metrics and the count of dead letters
     */
    public StreamsRunner(
            String name,
            Lane lane,
            Topology topology,
            Properties properties,
            String deadLetterTopic,
            MeterRegistry meters) {
        this.name = name;
        this.lane = lane;
        this.topology = topology;
        this.meters = meters;
        this.properties = new Properties();
        this.properties.putAll(properties);
        this.staticMember = properties.containsKey("main.consumer.group.instance.id");
        DeadLetters deadLetters = new DeadLetters(name, deadLetterTopic, meters);
        this.properties.putAll(handlers(deadLetters));
    }

    /** What a {@code TopologyTestDriver} needs beside the properties to treat bad records as a runner does. */
    public static Properties handlers(String service, String deadLetterTopic, MeterRegistry meters) {
        return handlers(new DeadLetters(service, deadLetterTopic, meters));
    }

    private static Properties handlers(DeadLetters deadLetters) {
        Properties handlers = new Properties();
        handlers.put(DeadLetters.CONFIG, deadLetters);
        handlers.put("deserialization.exception.handler", DeadLetterDeserializationHandler.class);
        handlers.put("processing.exception.handler", DeadLetterProcessingHandler.class);
        handlers.put("production.exception.handler", DeadLetterProductionHandler.class);
        return handlers;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Starts and returns at once; with a broker that is away it goes on trying.
     *
     * @throws StartupException if the topology or the settings are wrong
     */
    public void start() {
        if (!attempt()) {
            Thread retry = new Thread(this::startUntilItWorks, "start-" + name);
            retry.setDaemon(true);
            retry.start();
        }
    }

    /** The application, for queries; empty until it could be made. */
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /** What ended it for good; empty while there is hope. */
    public Optional<Throwable> fatal() {
        return Optional.ofNullable(fatal);
    }

    @Override
    public CheckResult check() {
        Throwable end = fatal;
        if (end != null) {
            return CheckResult.fail("ended: " + Trouble.describe(end));
        }
        Failure failure = lastFailure;
        if (failure != null && (waiting.get() > 0 || System.nanoTime() - failure.nanoTime() < SETTLED_NANOS)) {
            return CheckResult.fail("recovering from " + Trouble.describe(failure.thrown()));
        }
        KafkaStreams running = streams;
        if (running == null) {
            return CheckResult.fail("not started");
        }
        State state = running.state();
        return state == State.RUNNING ? CheckResult.pass() : CheckResult.fail("is " + state);
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaStreams running;
        synchronized (this) {
            running = streams;
        }
        StreamsMeters bound = streamsMeters;
        if (bound != null) {
            bound.close();
        }
        if (running != null && !running.close(closeOptions())) {
            LOGGER.atWarn()
                    .addKeyValue("service", name)
                    .log("did not end within {}; what was under way will be done again", CLOSE_TIMEOUT);
        }
    }

    private CloseOptions closeOptions() {
        return CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(
                        staticMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }

    private void startUntilItWorks() {
        boolean started = false;
        while (!started && !waited()) {
            try {
                started = attempt();
            } catch (StartupException e) {
                fatal = e;
                LOGGER.atError().addKeyValue("service", name).setCause(e).log("can't start");
                return;
            }
        }
    }

    /** Whether it is up, or closing; false if a later attempt may go better. */
    private synchronized boolean attempt() {
        if (closing.getCount() == 0) {
            return true;
        }
        KafkaStreams made = null;
        try {
            made = new KafkaStreams(topology, properties);
            made.setUncaughtExceptionHandler(this::onFailure);
            made.setStateListener(this::onChange);
            made.start();
            streamsMeters = new StreamsMeters(made, topology, properties, lane, meters);
            streams = made;
            return true;
        } catch (RuntimeException e) {
            if (made != null) {
                made.close(Duration.ofSeconds(1));
            }
            if (Trouble.ofProgram(e)) {
                throw new StartupException(
                        ExitCode.CONFIG, name + " can't start: " + Trouble.describe(e) + "; correct that setting", e);
            }
            failed(e);
            return false;
        }
    }

    private StreamThreadExceptionResponse onFailure(Throwable thrown) {
        if (Trouble.ofProgram(thrown)) {
            fatal = thrown;
            LOGGER.atError().addKeyValue("service", name).setCause(thrown).log("ends: no repetition can help");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        failed(thrown);
        waited();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void failed(Throwable thrown) {
        lastFailure = new Failure(thrown, System.nanoTime());
        LOGGER.atWarn()
                .addKeyValue("service", name)
                .addKeyValue("reason", Trouble.describe(thrown))
                .setCause(LOGGER.isDebugEnabled() ? thrown : null)
                .log("failed and will be started again");
    }

    /** Waits as the backoff says; true if it was closed meanwhile. Readiness stays off while anybody waits. */
    private boolean waited() {
        Duration wait = backoff.afterFailure(System.nanoTime());
        waiting.incrementAndGet();
        try {
            return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            Failure failure = lastFailure;
            if (failure != null) {
                lastFailure = new Failure(failure.thrown(), System.nanoTime());
            }
            waiting.decrementAndGet();
        }
    }

    private void onChange(State now, State before) {
        LOGGER.atInfo()
                .addKeyValue("service", name)
                .addKeyValue("before", before)
                .addKeyValue("now", now)
                .log("streams application changed state");
    }
}
