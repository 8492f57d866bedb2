package io.vedette.runtime.kafka;

import io.vedette.runtime.config.KafkaConfig;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.config.StreamsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings for Kafka's clients: Vedette's own defaults, then what the configuration passes through, which wins.
 * Serializers are left to who creates the client. Thread-safe; each call gives new properties.
 */
public final class KafkaClients {
    private static final List<String> KINDS = List.of("producer.", "consumer.", "admin.", "streams.");

    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    /** Those of Kafka Streams. */
    private static final long LONGEST_LINGER_MILLIS = 100;

    private static final long USUAL_POLL_MILLIS = 100;

    private static final String LONGEST_WAIT_OF_READERS_MILLIS = "10";

    private final KafkaConfig kafka;

    public KafkaClients(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /** For a producer that waits for all in-sync replicas and writes nothing twice. */
    public Properties producer() {
        Properties properties = common();
        producerDefaults(properties::putIfAbsent);
        properties.setProperty("enable.idempotence", "true");
        properties.setProperty("acks", "all");
        passThrough("producer.", properties::setProperty);
        return properties;
    }

    /**
     * For a producer of transactions.
     *
     * @param transactionalId fences off an older producer of the same id
     * @param timeout after which the broker aborts what a dead producer left open
     */
    public Properties transactionalProducer(String transactionalId, Duration timeout) {
        Properties properties = producer();
        properties.setProperty("transactional.id", transactionalId);
        properties.setProperty("transaction.timeout.ms", Long.toString(timeout.toMillis()));
        return properties;
    }

    /**
     * For a consumer that sees committed records only, from the beginning, and commits by itself nothing.
     *
     * @param group the consumer group; null for one that assigns its partitions itself
     */
    public Properties consumer(@Nullable String group) {
        return consumer(group, common());
    }

    /**
     * For a consumer of committed records without a group that is turned to one stretch of the log after another and waits for
     * nothing new.  A client has one request for records under way to each broker: at the end of the log that would hold up the
     * next stretch, and the closing, by half a second.
     */
    public Properties reader() {
        Properties properties = common();
        properties.putIfAbsent("fetch.max.wait.ms", LONGEST_WAIT_OF_READERS_MILLIS);
        return consumer(null, properties);
    }

    private Properties consumer(@Nullable String group, Properties properties) {
        consumerDefaults(properties::putIfAbsent);
        properties.setProperty("enable.auto.commit", "false");
        passThrough("consumer.", properties::setProperty);
        properties.setProperty("isolation.level", "read_committed");
        if (group != null) {
            properties.setProperty("group.id", group);
        }
        return properties;
    }

    /** For an admin client that gives up after 30 s. */
    public Properties admin() {
        Properties properties = common();
        properties.putIfAbsent("default.api.timeout.ms", "30000");
        properties.putIfAbsent("request.timeout.ms", "10000");
        passThrough("admin.", properties::setProperty);
        return properties;
    }

    /**
     * For a Streams application, without exception handlers, which {@code StreamsRunner} adds. Chosen so that another
     * instance, or the same one started again, goes on within 20 s of a kill -9.
     */
    public Properties streams(StreamsConfig settings) {
        Properties properties = common();
        producerDefaults((key, value) -> setUnlessGiven(properties, "producer.", key, value));
        consumerDefaults((key, value) -> setUnlessGiven(properties, "consumer.", key, value));
        if (settings.processingGuarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2) {
            transactions(properties, settings.commitInterval().toMillis());
        }
        properties.setProperty("application.id", settings.applicationId());
        properties.setProperty("num.stream.threads", Integer.toString(settings.threads()));
        properties.setProperty(
                "processing.guarantee", settings.processingGuarantee().kafkaName());
        properties.setProperty(
                "commit.interval.ms", Long.toString(settings.commitInterval().toMillis()));
        properties.setProperty("state.dir", settings.stateDir().toString());
        properties.setProperty("num.standby.replicas", Integer.toString(settings.standbyReplicas()));
        properties.setProperty("replication.factor", "-1");
        properties.setProperty("group.protocol", "classic");
        properties.setProperty("ensure.explicit.internal.resource.naming", "true");
        String instance = settings.instanceId();
        if (instance != null) {
            // of the main consumer only: the restoring one is in no group
            properties.setProperty("main.consumer.group.instance.id", instance);
        }
        KINDS.subList(0, 3)
                .forEach(kind -> passThrough(kind, (key, value) -> properties.setProperty(kind + key, value)));
        passThrough("streams.", properties::setProperty);
        properties.setProperty("consumer.isolation.level", "read_committed");
        return properties;
    }

    /**
     * How Streams makes its transactions, one each commit interval.
     *
     * <p>Nobody sees a record before its transaction is committed, so it can as well wait for the flush that comes with the
     * commit: a request where there were twenty, and none while the broker still closes the transaction before, which would
     * refuse it and let it be tried again a tenth of a second later (KAFKA-20000).  Where it does happen, as when many
     * records come, it is tried again soon.
     */
    private static void transactions(Properties properties, long commitMillis) {
        // The largest share of the time that a kill -9 costs is waiting for the open transaction of the dead to end.
        // Streams refuses a transaction time-out shorter than the commit interval.
        long timeout = Math.max(10_000, 10 * commitMillis);
        properties.setProperty("producer.transaction.timeout.ms", Long.toString(timeout));
        properties.setProperty("producer.linger.ms", Long.toString(Math.min(commitMillis, LONGEST_LINGER_MILLIS)));
        properties.setProperty("producer.retry.backoff.ms", "10");
        // a thread that waits for records does not commit meanwhile
        properties.setProperty("poll.ms", Long.toString(Math.max(1, Math.min(commitMillis / 4, USUAL_POLL_MILLIS))));
    }

    /** A default of ours; what the user gives for every client goes before it. */
    private static void setUnlessGiven(Properties properties, String kind, String key, String value) {
        if (!properties.containsKey(key)) {
            properties.setProperty(kind + key, value);
        }
    }

    private static void producerDefaults(BiConsumer<String, String> set) {
        set.accept("max.request.size", Integer.toString(MAX_REQUEST_BYTES));
        set.accept("request.timeout.ms", "10000");
        set.accept("delivery.timeout.ms", "30000");
        set.accept("linger.ms", "5");
    }

    private static void consumerDefaults(BiConsumer<String, String> set) {
        set.accept("auto.offset.reset", "earliest");
        set.accept("session.timeout.ms", "10000");
        set.accept("heartbeat.interval.ms", "3000");
    }

    /** What goes to every client: the keys of no kind. */
    private Properties common() {
        Properties properties = new Properties();
        // pushing metrics to the broker is nothing that the user asked for
        properties.setProperty("enable.metrics.push", "false");
        kafka.settings().forEach((key, value) -> {
            if (KINDS.stream().noneMatch(key::startsWith)) {
                properties.setProperty(key, value);
            }
        });
        return properties;
    }

    private void passThrough(String kind, BiConsumer<String, String> set) {
        for (Map.Entry<String, String> setting : kafka.settings().entrySet()) {
            if (setting.getKey().startsWith(kind)) {
                set.accept(setting.getKey().substring(kind.length()), setting.getValue());
            }
        }
    }
}
