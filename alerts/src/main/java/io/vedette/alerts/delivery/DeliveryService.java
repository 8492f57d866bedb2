package io.vedette.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.delivery.api.DeliveryApi;
import io.vedette.alerts.delivery.api.DeliveryView;
import io.vedette.alerts.delivery.api.Replays.ReplayException;
import io.vedette.alerts.delivery.stream.AlertHub;
import io.vedette.alerts.delivery.stream.StreamApi;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.ChannelConfig;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.DeliveryConfig;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.startup.Prerequisites;
import io.vedette.runtime.streams.Trouble;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings alerts to the channels that their watches name, at least once.  A consumer group of the alerts topic, apart from the
 * topology; several instances share the work.  Answers {@code /api/deliveries} and the stream of all alerts and of what is said of them, for
 * which each instance follows the topics by itself.
 */
public final class DeliveryService implements Service {

    private static final long REMEMBERED_BYTES = 16L << 20;
    private static final long WISH_SECONDS = 10;

    private final Configuration configuration;
    private final DeliveryConfig config;
    private final AvroSerdes serdes;
    private final Topics topics;
    private final DeliveryClients clients;
    private final Clock clock = Clock.systemUTC();
    private final Prerequisites prerequisites;
    private final Map<String, Lane> lanes;
    private final Couriers couriers;
    private final AlertReader reader;
    private final DeliveryMetrics metrics;
    private final DeliveryLoop loop;
    private final Tail tail;
    private final DeliveryView view;
    private final AlertHub hub;
    private final Topics followed;
    private final Map<TopicPartition, Long> firstStart = new HashMap<>();
    private final List<Topic<?, ?>> outlets;

    /**
     * Connects to nothing yet.
     *
     * @throws io.vedette.runtime.StartupException if the settings of a channel are wrong
     */
    public DeliveryService(Configuration configuration, MeterRegistry meters) {
        this(configuration, meters, Tracing.off());
    }

    /**
     * The same.
     *
     * @param tracing records the attempts
     * @throws io.vedette.runtime.StartupException if the settings of a channel are wrong
     */
    public DeliveryService(Configuration configuration, MeterRegistry meters, Tracing tracing) {
        this.configuration = configuration;
        config = configuration.delivery();
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = newTopics();
        followed = newTopics();
        clients = new DeliveryClients(new KafkaClients(configuration.kafka()), config);
        List<Lane> all = new Lanes(clock).of(config);
        lanes = all.stream().collect(Collectors.toMap(Lane::name, lane -> lane));
        outlets = channelTopics(config, topics);
        prerequisites = prerequisites();
        reader = new AlertReader(newTopics().alerts(), clients::pickingConsumer, REMEMBERED_BYTES);
        couriers = new Couriers(all, reader, clock, tracing);
        metrics = new DeliveryMetrics(
                meters, config.channels().stream().map(ChannelConfig::name).collect(Collectors.toSet()));
        loop = new DeliveryLoop(this::session);
        view = new DeliveryView(config.recentAttempts());
        hub = new AlertHub(config.streamBuffer(), config.streamClients(), meters);
        tail = new Tail(
                List.of(
                        new Tail.Followed(followed.deliveryState().name(), Tail.Followed.ALL, this::state),
                        new Tail.Followed(followed.deliveries().name(), config.recentAttempts(), this::attempt),
                        new Tail.Followed(followed.alerts().name(), config.streamBuffer(), this::alert),
                        new Tail.Followed(followed.feedback().name(), config.streamBuffer(), this::said)),
                clients::freeConsumer);
    }

    /**
     * The topics of channels that are topics: to be created with the others.
     *
     * @throws io.vedette.runtime.StartupException if the settings of one are wrong
     */
    public static List<Topic<?, ?>> channelTopics(DeliveryConfig config, Topics topics) {
        return new Routing(config, topics).topics();
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public void start() {
        prerequisites.checkIfReachable();
        tail.start();
        loop.start();
    }

    @Override
    public List<Component> components() {
        return List.of(loop, tail);
    }

    @Override
    public List<Routes> routes() {
        return List.of(new StreamApi(hub), new DeliveryApi(view, this::ask));
    }

    @Override
    public void close() {
        loop.close();
        couriers.close();
        reader.close();
        tail.close();
        hub.close();
        serdes.close();
    }

    private Prerequisites prerequisites() {
        List<Topic<?, ?>> needed = new ArrayList<>(outlets);
        needed.addAll(List.of(topics.alerts(), topics.feedback(), topics.deliveryState(), topics.deliveries()));
        // a delivery's state is in the partition of its alert
        return new Prerequisites(name(), configuration, needed, List.of(topics.alerts(), topics.deliveryState()));
    }

    private DeliverySession session() {
        Backlog backlog = new Backlog();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            Consumer<byte[], byte[]> group = clients.groupConsumer();
            opened.add(group);
            Producer<byte[], byte[]> producer = clients.transactionalProducer();
            opened.add(producer);
            producer.initTransactions();
            Consumer<byte[], byte[]> restoring = clients.freeConsumer();
            opened.add(restoring);
            rememberFirstStart(group);
            return new DeliverySession(new DeliverySession.Parts(
                    topics.alerts(),
                    group,
                    producer,
                    new Restoration(topics.deliveryState(), restoring, clients::ends, clock),
                    backlog,
                    new Ledger(topics, producer, backlog, metrics),
                    couriers,
                    reader,
                    new Routing(config, topics),
                    lanes,
                    new RetryPolicy(
                            config.retryFirst(),
                            config.retryLongest(),
                            config.retryFor(),
                            RandomGenerator.getDefault()),
                    metrics,
                    firstStart,
                    clock));
        } catch (RuntimeException e) {
            opened.forEach(DeliveryService::closeQuietly);
            throw e;
        }
    }

    /** What is there before anybody delivers is old news. */
    private void rememberFirstStart(Consumer<byte[], byte[]> group) {
        if (firstStart.isEmpty()) {
            Collection<TopicPartition> partitions = group
                    .partitionsFor(topics.alerts().name())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            firstStart.putAll(clients.ends(partitions));
        }
    }

    private void state(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            view.done(key);
            return;
        }
        DeliveryState state =
                followed.deliveryState().valueSerde().deserializer().deserialize(record.topic(), record.value());
        view.open(key, state);
        if (state.getStatus().equals(Task.REPLAY)) {
            loop.replay(state);
        }
    }

    private void attempt(ConsumerRecord<byte[], byte[]> record) {
        Delivery delivery =
                followed.deliveries().valueSerde().deserializer().deserialize(record.topic(), record.value());
        view.attempted(delivery);
    }

    private void alert(ConsumerRecord<byte[], byte[]> record) {
        Alert alert = followed.alerts().valueSerde().deserializer().deserialize(record.topic(), record.value());
        if (alert.getWatchId().equals(CanaryArticle.WATCH_ID)) {
            return;
        }
        hub.publish(alert, record.partition(), record.offset());
    }

    private void said(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        hub.publish(
                followed.feedback().valueSerde().deserializer().deserialize(record.topic(), record.value()),
                record.partition(),
                record.offset());
    }

    private void ask(DeliveryState state) {
        Task task = Task.of(state, clock.instant());
        byte[] value = serdes.of(DeliveryState.class)
                .serializer()
                .serialize(topics.deliveryState().name(), task.replayWish());
        byte[] key = task.key().getBytes(StandardCharsets.UTF_8);
        try (Producer<byte[], byte[]> producer = clients.plainProducer()) {
            producer.send(new ProducerRecord<>(topics.deliveryState().name(), task.partition(), key, value))
                    .get(WISH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("interrupted before Kafka had it", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new ReplayException("Kafka does not take it: " + Trouble.describe(e), e);
        }
    }

    private Topics newTopics() {
        return new Topics(configuration.topics().settings(), serdes);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
