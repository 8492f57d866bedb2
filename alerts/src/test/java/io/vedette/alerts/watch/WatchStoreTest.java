package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topic.Cleanup;
import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchStoreTest {

    private static final TopicPartition PARTITION = new TopicPartition("watches", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A query whose schema the registry can't give while it is away. */
    private static final String AWAY = "away";

    private final AtomicBoolean registryAway = new AtomicBoolean();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private List<Given> records = List.of();
    private final WatchStore store =
            new WatchStore(topic(), this::consumer, new QueryCompiler(new SomeEntities()), meters);

    /** A record on the topic; without a query it is a tombstone. */
    private record Given(String id, String query) {}

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theLastRecordOfEachWatchCountsAndATombstoneDeletes() throws InterruptedException {
        records = List.of(record("a", "one"), record("b", "two"), record("a", "three"), record("b", null));

        store.start();
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(queries()).containsExactly("three");
        assertThat(store.awaitApplied(0, 3, Duration.ofSeconds(10))).isTrue();
        assertThat(store.awaitApplied(0, 4, Duration.ofMillis(10))).isFalse();
        assertThat(store.check().ok()).isTrue();
    }

    @Test
    void aWatchThatCannotBeParsedLeavesWhatWasThereAndCountsUntilItIsPutRight() {
        records = List.of(record("a", "one"), record("a", "(("), record("b", "(("), record("b", "two"));

        store.start();
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(queries()).containsExactly("one", "two");
        assertThat(meters.get(MetricNames.WATCHES_INVALID).gauge().value()).isEqualTo(1);
        assertThat(meters.get(MetricNames.WATCHES).gauge().value()).isEqualTo(2);
    }

    @Test
    void aRegistryThatIsAwayMakesItNotReadyAndSkipsNothing() {
        registryAway.set(true);
        records = List.of(record("a", AWAY));
        store.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.check().reason()).contains("no answer"));
        assertThat(store.caughtUp()).isNotDone();

        registryAway.set(false);
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(queries()).containsExactly(AWAY);
        assertThat(store.check().ok()).isTrue();
        assertThat(meters.get(MetricNames.WATCHES_INVALID).gauge().value()).isZero();
    }

    @Test
    void aRecordThatMakesNoWatchIsReportedOnceThoughReadingIsTakenUpAgain() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(WatchLog.class);
        log.start();
        logger.addAppender(log);
        try {
            records = List.of(record("a", "(("), record("b", AWAY));
            registryAway.set(true);
            store.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(store.check().reason()).contains("no answer"));

            registryAway.set(false);
            store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();

            assertThat(meters.get(MetricNames.WATCHES_INVALID).gauge().value()).isEqualTo(1);
            assertThat(queries()).containsExactly(AWAY);
            assertThat(log.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                    .startsWith("skipped a record that makes no watch: QueryException: column 3: the query ends"));
        } finally {
            logger.detachAppender(log);
        }
    }

    private List<String> queries() {
        return store.watches().all().stream()
                .map(watch -> watch.watch().getQuery())
                .toList();
    }

    private static Given record(String id, String query) {
        return new Given(id, query);
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Node node = new Node(0, "localhost", 9092);
        consumer.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records.size()));
        consumer.schedulePollTask(() -> {
            for (int offset = (int) consumer.position(PARTITION); offset < records.size(); offset++) {
                Given given = records.get(offset);
                consumer.addRecord(new ConsumerRecord<>(
                        PARTITION.topic(),
                        0,
                        offset,
                        bytes(given.id()),
                        given.query() == null ? null : bytes(given.query())));
            }
        });
        return consumer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its values are bare queries. */
    private Topic<String, Watch> topic() {
        TrustedRecords.trust();
        return new Topic<>(
                PARTITION.topic(),
                Serdes.String(),
                Serdes.serdeFrom(
                        (topic, watch) -> new StringSerializer().serialize(topic, watch.getQuery()),
                        (topic, value) -> read(value)),
                Watch.class,
                new Topic.Settings(1, (short) -1, Cleanup.COMPACT, Duration.ZERO, false, 1_000_000));
    }

    private Watch read(byte[] value) {
        String query = new String(value, StandardCharsets.UTF_8);
        if (query.equals(AWAY) && registryAway.get()) {
            throw new SerializationException("no schema", new IOException("no answer"));
        }
        return Watch.newBuilder().setQuery(query).build();
    }
}
