package io.vedette.alerts.canary;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.status.Pulse;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Article;
import io.vedette.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a canary fly through each partition again and again, and waits for it: articles, enrichment, matching, the way to
 * whoever raises alerts, and what a reader of committed records sees of it.
 *
 * <p>All instances are one group on the topic where canaries end, and the partitions that an instance has there are those
 * that it sends canaries through; so there is one for each, however many instances there are.  The first sets off one
 * interval after a partition was taken over.
 *
 * <p>One that does not come is an alarm, in the log and as {@link MetricNames#CANARY_MISSING}.  It does not make this
 * instance unready: what is broken may be another service, and this one's API is what tells of it.
 */
public final class CanaryKeeper implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryKeeper.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final Topic<String, Article> articles;
    private final Topic<String, byte[]> canaries;
    private final Supplier<Producer<String, Article>> producers;
    private final Settings settings;
    private final Clock clock;
    private final Timer latency;
    private final Flights flights = new Flights();
    private final ConsumerThread thread;

    private Set<Integer> reported = Set.of();
    private long nextNanos;
    private volatile Pulse.@Nullable Canary last;

    /**
     * How often, and for how long to wait.
     *
     * @param interval between one canary and the next of a partition
     * @param patience after which one that has not come is missing
     */
    public record Settings(Duration interval, Duration patience) {}

    /**
     * @param articles where canaries are sent
     * @param canaries where they end; has as many partitions
     * @param consumers makes a consumer of committed records with a group that all instances share
     * @param producers makes a producer; asked once
     * @param meters gets latency and absence, and has the clock that they are told by
     */
    public CanaryKeeper(
            Topic<String, Article> articles,
            Topic<String, byte[]> canaries,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<String, Article>> producers,
            Settings settings,
            MeterRegistry meters) {
        this.articles = articles;
        this.canaries = canaries;
        this.producers = producers;
        this.settings = settings;
        this.clock = meters.config().clock();
        this.latency = Metrics.canaryLatency(meters);
        meters.gauge(
                MetricNames.CANARY_MISSING, this, keeper -> keeper.missing().size());
        thread = new ConsumerThread("vedette-canary", consumers, this::fly, CanaryKeeper::failed);
    }

    /** Begins, on a thread of its own. */
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "canary";
    }

    @Override
    public CheckResult check() {
        Map<Integer, Duration> missing = missing();
        return missing.isEmpty() ? CheckResult.pass() : CheckResult.pass(describe(missing));
    }

    @Override
    public void close() {
        thread.close();
    }

    /** When the last one came, how long it took, and how many are missing. */
    public Pulse.Canary canary() {
        Pulse.Canary landed = last;
        int absent = missing().size();
        return landed == null
                ? new Pulse.Canary(null, null, absent)
                : new Pulse.Canary(landed.lastSeen(), landed.millis(), absent);
    }

    private Map<Integer, Duration> missing() {
        return flights.missing(settings.patience(), clock.monotonicTime());
    }

    private void fly(Consumer<byte[], byte[]> reading) {
        try (Sender sender = new Sender(producers.get())) {
            reading.subscribe(List.of(canaries.name()), new Takeover(reading));
            while (!thread.isClosing()) {
                reading.poll(POLL).forEach(this::landed);
                sendWhenDue(reading, sender);
                report();
            }
        }
    }

    private static void failed(Exception reason) {
        LOG.atWarn().addKeyValue("reason", Trouble.describe(reason)).log("no canary can fly for now");
    }

    private void landed(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String articleId = new String(record.key(), StandardCharsets.UTF_8);
        flights.landed(record.partition(), articleId, clock.monotonicTime()).ifPresent(nanos -> {
            latency.record(nanos, TimeUnit.NANOSECONDS);
            last = new Pulse.Canary(Instant.ofEpochMilli(clock.wallTime()), TimeUnit.NANOSECONDS.toMillis(nanos), 0);
        });
    }

    private void sendWhenDue(Consumer<?, ?> reading, Sender sender) {
        long now = clock.monotonicTime();
        if (reading.assignment().isEmpty() || now - nextNanos < 0) {
            return;
        }
        nextNanos = now + settings.interval().toNanos();
        reading.assignment().forEach(at -> sender.send(at.partition()));
    }

    /** Says once that a partition's canary is missing, and once that one has come again. */
    private void report() {
        Map<Integer, Duration> missing = missing();
        if (!missing.keySet().equals(reported)) {
            if (missing.isEmpty()) {
                LOG.info("all canaries arrive again");
            } else {
                LOG.atWarn().log(describe(missing));
            }
            reported = new HashSet<>(missing.keySet());
        }
    }

    private static String describe(Map<Integer, Duration> missing) {
        StringBuilder text = new StringBuilder("missing in ");
        missing.forEach((partition, age) -> text.append("partition ")
                .append(partition)
                .append(" (sent ")
                .append(age.toSeconds())
                .append(" s ago), "));
        return text + "look at lag, dead letters and health of enrich and alerts";
    }

    /** Sends canaries.  One that could not be sent is missing as well. */
    private final class Sender implements AutoCloseable {

        private final Producer<String, Article> producer;

        Sender(Producer<String, Article> producer) {
            this.producer = producer;
        }

        void send(int partition) {
            String nonce = UUID.randomUUID().toString();
            Article article = CanaryArticle.of(partition, articles.settings().partitions(), nonce);
            flights.sent(partition, article.getId(), clock.monotonicTime());
            try {
                producer.send(new ProducerRecord<>(articles.name(), partition, article.getId(), article));
            } catch (KafkaException e) {
                LOG.atDebug().setCause(e).log("a canary could not be sent");
            }
        }

        @Override
        public void close() {
            producer.close(CLOSE_PATIENCE);
        }
    }

    /** Begins anew with partitions that were taken over: what flew before is another instance's. */
    private final class Takeover implements ConsumerRebalanceListener {

        private final Consumer<?, ?> reading;

        Takeover(Consumer<?, ?> reading) {
            this.reading = reading;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            reading.seekToEnd(partitions);
            nextNanos = clock.monotonicTime() + settings.interval().toNanos();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            flights.forget(partitions.stream().map(TopicPartition::partition).toList());
        }
    }
}
