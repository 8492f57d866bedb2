package io.vedette.ingest.topic;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.KafkaConfig;
import io.vedette.runtime.config.TopicSourceConfig;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.streams.DeadLetters;
import io.vedette.schemas.RegistrySettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in a topic that has articles already, each record once, wherever that topic is.  The instances form a consumer
 * group that shares its partitions; where each goes on is in Vedette's own progress, written with the articles, and the group's
 * offsets are there for those who watch the lag.  What is no article goes to the dead letters in the same transaction.
 */
public final class TopicSource implements AutoCloseable, Component {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSource.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_RECORDS = 500;

    private final TopicSourceConfig config;
    private final ArticleWriters writers;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final DeadLetters deadLetters;
    private final RegistrySettings registry;
    private final int capacity;
    private final ConsumerThread thread;
    private final Map<TopicPartition, TopicLane> lanes = new HashMap<>();
    private final Map<TopicPartition, TopicLane> beginning = new HashMap<>();
    private volatile CheckResult state = CheckResult.fail("not connected to Kafka yet");

    /**
     * A source that {@link #start()} begins to read.
     *
     * @param deadLetters makes those of what is no article
     */
    public TopicSource(
            TopicSourceConfig config,
            Configuration configuration,
            ArticleWriters writers,
            ArticleFactory factory,
            IngestMetrics metrics,
            DeadLetters deadLetters) {
        this.config = config;
        this.writers = writers;
        this.factory = factory;
        this.metrics = metrics;
        this.deadLetters = deadLetters;
        this.capacity = configuration.ingest().bufferCapacity();
        RegistrySettings own = configuration.registry().settings();
        this.registry = config.registry() == null
                ? own
                : RegistrySettings.at(config.registry().toString());
        Properties consumer = consumer(configuration);
        this.thread = new ConsumerThread(
                "ingest-topic-" + config.id(),
                () -> new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                this::read,
                this::failed);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.close();
    }

    /**
     * The consumer group that reads such a topic.
     *
     * @param transactionalId that of the configuration of ingest
     */
    public static String group(String transactionalId, TopicSourceConfig config) {
        return transactionalId + "-" + sourceId(config);
    }

    @Override
    public String name() {
        return "ingest-topic-" + config.id();
    }

    @Override
    public CheckResult check() {
        return state;
    }

    private Properties consumer(Configuration configuration) {
        boolean elsewhere = config.settings().containsKey("bootstrap.servers");
        KafkaConfig kafka = elsewhere ? new KafkaConfig(config.settings()) : configuration.kafka();
        Properties properties =
                new KafkaClients(kafka).consumer(group(configuration.ingest().transactionalId(), config));
        properties.setProperty("max.poll.records", Integer.toString(Math.max(1, Math.min(MOST_RECORDS, capacity / 2))));
        properties.putAll(config.settings());
        return properties;
    }

    private void failed(Exception reason) {
        state = CheckResult.fail(reason);
        LOG.warn("topic {}: {}; it is gone on with after a pause", config.topic(), reason.toString());
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        try (ValueReader reader =
                config.format() == TopicSourceConfig.Format.JSON ? new JsonValues() : new AvroValues(registry)) {
            consumer.subscribe(
                    List.of(config.topic()), new Assignment(consumer, new RecordMapper(reader, config.places())));
            long told = System.nanoTime();
            while (!thread.isClosing()) {
                begin(consumer);
                take(consumer.poll(POLL));
                regulate(consumer);
                state = CheckResult.pass();
                if (System.nanoTime() - told > TELL_NANOS) {
                    consumer.commitAsync(committed(), null);
                    told = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lanes.values().parallelStream().forEach(TopicLane::close);
            lanes.clear();
            beginning.clear();
        }
    }

    /** Lets partitions flow whose writers know where they go on. */
    private void begin(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        List<TopicPartition> ready = beginning.keySet().stream()
                .filter(partition -> lane(beginning, partition).isReady())
                .toList();
        for (TopicPartition partition : ready) {
            TopicLane lane = lane(beginning, partition);
            OptionalLong next = lane.next();
            if (next.isPresent()) {
                consumer.seek(partition, next.getAsLong());
            } else {
                List<TopicPartition> only = List.of(partition);
                Map<TopicPartition, Long> edges = config.from() == TopicSourceConfig.From.EARLIEST
                        ? consumer.beginningOffsets(only)
                        : consumer.endOffsets(only);
                long first = edges.getOrDefault(partition, 0L);
                lane.begin(first);
                consumer.seek(partition, first);
            }
            consumer.resume(List.of(partition));
            beginning.remove(partition);
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        for (TopicPartition partition : records.partitions()) {
            lane(lanes, partition).take(records.records(partition));
        }
    }

    /** A partition whose articles wait for Kafka pauses, so that the thread never does: it would lose its place in the group. */
    private void regulate(Consumer<byte[], byte[]> consumer) {
        lanes.forEach((partition, lane) -> {
            lane.requireWell();
            if (!beginning.containsKey(partition)) {
                if (lane.waiting() > capacity / 2) {
                    consumer.pause(List.of(partition));
                } else {
                    consumer.resume(List.of(partition));
                }
            }
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) -> {
            if (lane.committed() >= 0) {
                offsets.put(partition, new OffsetAndMetadata(lane.committed()));
            }
        });
        return offsets;
    }

    private static TopicLane lane(Map<TopicPartition, TopicLane> lanes, TopicPartition partition) {
        TopicLane lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException(partition + " is not assigned");
        }
        return lane;
    }

    private String sourceId() {
        return sourceId(config);
    }

    private static String sourceId(TopicSourceConfig config) {
        return "kafka-" + config.id();
    }

    /** Opens and closes the writers of partitions, on the thread that reads. */
    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private final RecordMapper mapper;

        Assignment(Consumer<byte[], byte[]> consumer, RecordMapper mapper) {
            this.consumer = consumer;
            this.mapper = mapper;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            for (TopicPartition partition : partitions) {
                TopicLane lane = new TopicLane(
                        writers.open(sourceId() + "-" + partition.partition()), mapper, factory, metrics, deadLetters);
                lanes.put(partition, lane);
                beginning.put(partition, lane);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(beginning::remove);
            partitions.stream().map(lanes::remove).toList().parallelStream()
                    .filter(lane -> lane != null)
                    .forEach(TopicLane::close);
        }
    }
}
