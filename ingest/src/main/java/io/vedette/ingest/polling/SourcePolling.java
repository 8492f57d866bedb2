package io.vedette.ingest.polling;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.health.SourceHealth;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.polling.Poller.Surroundings;
import io.vedette.ingest.source.ConfiguredFeeds;
import io.vedette.ingest.source.SourceStore;
import io.vedette.ingest.source.StoredSource;
import io.vedette.ingest.web.Web;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.PollingConfig;
import io.vedette.runtime.kafka.GroupAssignor;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Polls sources: those of the topic and those of the configuration.  All instances are in one consumer group on the topic of
 * sources, and each polls the sources of the partitions that it is assigned; configured feeds belong to the partition that
 * their id would be put into.  Each partition has one writer, which fences off that of its former owner.  Thread-safe.
 */
public final class SourcePolling implements Component, AutoCloseable {

    private final PollingConfig config;
    private final KafkaClients clients;
    private final SourceStore store;
    private final List<Source> configured;
    private final Workers workers;
    private final PollingEngine engine;
    private final AssignedPartitions group;

    /**
     * Polls nothing yet.
     *
     * @param store of the sources; to be started after this, and closed by who made it
     * @param web that is asked
     * @param readers of what it answers
     */
    public SourcePolling(
            Configuration configuration,
            Topics topics,
            ArticleWriters writers,
            SourceStore store,
            Web web,
            ListReaders readers,
            ArticleFactory factory,
            IngestMetrics metrics,
            MeterRegistry registry,
            Clock clock) {
        this.config = configuration.ingest().polling();
        this.clients = new KafkaClients(configuration.kafka());
        this.store = store;
        this.configured = ConfiguredFeeds.sources(configuration.ingest().feeds());
        PollingMetrics polls = new PollingMetrics(registry);
        SourceHealth health = new SourceHealth(configuration.ingest().health());
        Surroundings surroundings = new Surroundings(config, factory, metrics, polls, instance(configuration), clock);
        Poller poller = new Poller(web, readers, health, surroundings);
        this.workers = new Workers(poller, polls, config.threads(), clock);
        Starts starts = new Starts(clock, config.startsPerSecond());
        this.engine = new PollingEngine(new Known(), writers::createForPartition, workers, poller, starts, clock);
        this.group = new AssignedPartitions(topics.sources().name(), this::consumer, engine);
        Set<String> inConfiguration = configured.stream().map(Source::getId).collect(Collectors.toSet());
        store.add((before, now) -> {
            StoredSource changed = now == null ? before : now;
            if (changed != null && !inConfiguration.contains(changed.id())) {
                engine.changed(before, now);
            }
        });
    }

    /** Joins the group, and begins to poll what it is assigned. */
    public void start() {
        workers.start();
        group.start();
    }

    /** Articles that wait for their commit. */
    public int waiting() {
        return engine.waiting();
    }

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public CheckResult check() {
        return engine.check();
    }

    /** Breaks off the polls that are under way and leaves the group; what was read and not written is read again. */
    @Override
    public void close() {
        engine.close();
        workers.close();
        group.close();
    }

    private Consumer<byte[], byte[]> consumer() {
        Properties properties = clients.consumer(config.group());
        properties.setProperty(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.setProperty(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, GroupAssignor.of(config.instanceId()));
        if (config.instanceId() != null) {
            properties.setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId());
        }
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String instance(Configuration configuration) {
        String given = configuration.ingest().polling().instanceId();
        if (given != null) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName() + ":"
                    + configuration.http().port();
        } catch (UnknownHostException e) {
            return "localhost:" + configuration.http().port();
        }
    }

    /** The sources of the topic and of the configuration; of two with one id that of the configuration. */
    private final class Known implements PollingEngine.Sources {

        @Override
        public CompletableFuture<Void> known() {
            return store.caughtUp();
        }

        @Override
        public List<Source> of(int partition, int partitions) {
            List<Source> feeds = configured.stream()
                    .filter(feed -> ArticleWriters.partitionOf(feed.getId(), partitions) == partition)
                    .toList();
            List<String> ids = feeds.stream().map(Source::getId).toList();
            Stream<Source> stored = store.ofPartition(partition).stream()
                    .map(StoredSource::source)
                    .filter(source -> !ids.contains(source.getId()));
            return Stream.concat(feeds.stream(), stored).toList();
        }
    }
}
