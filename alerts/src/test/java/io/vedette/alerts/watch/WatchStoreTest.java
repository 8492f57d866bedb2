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
import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<QueryCompiler> compiler =
            new AtomicReference<>(new QueryCompiler(new SomeEntities()));
    private final WatchStore store = new WatchStore(topic(), this::consumer, compiler::get, meters);

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

    @Test
    void otherNamesCompileAllWatchesAnewThoseThatNamedNobodyAsWell() {
        records = List.of(
                record("new", "actor:\"Brothers of the Gorse\""),
                record("moved", "place:Melitopol"),
                record("lost", "actor:\"1st Guards Tank Army\""),
                record("deleted", "actor:\"Brothers of the Gorse\""),
                record("deleted", null));
        store.start();
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(store.watches().get("new")).isEmpty();
        assertThat(meters.get(MetricNames.WATCHES_INVALID).gauge().value()).isEqualTo(1);

        compiler.set(new QueryCompiler(new OtherNames()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(matches("new", actor("group-gorse")))
                .isTrue());
        // what the new names make no watch stays as it was, and is counted
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        meters.get(MetricNames.WATCHES_INVALID).gauge().value())
                .isEqualTo(1));
        assertThat(matches("lost", actor(SomeEntities.GUARDS))).isTrue();
        assertThat(matches("moved", place("geo-moved"))).isTrue();
        assertThat(matches("moved", place(SomeEntities.MELITOPOL))).isFalse();
        assertThat(store.watches().get("deleted")).isEmpty();

        compiler.set(new QueryCompiler(new SomeEntities()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(matches("moved", place(SomeEntities.MELITOPOL)))
                .isTrue());
    }

    private boolean matches(String watch, Mention mention) {
        MatchableArticle article = MatchableArticle.of(
                Document.of("Name"),
                new Annotations("en", List.of(mention), List.of()),
                compiler.get().entities());
        return store.watches().match(article).stream()
                .anyMatch(match -> Watches.of(match).id().equals(watch));
    }

    private static Mention actor(String id) {
        return mention(MentionType.GROUP, id);
    }

    private static Mention place(String id) {
        return mention(MentionType.SETTLEMENT, id);
    }

    private static Mention mention(MentionType type, String id) {
        return new Mention(Field.BODY, 0, 4, "Name", type, id, "Name", 0.9, null, "test", null, null);
    }

    /** A new actor, a place with another id, and one actor less. */
    private static final class OtherNames implements Entities {

        @Override
        public Set<String> actors(String name) {
            return name.equals("Brothers of the Gorse") ? Set.of("group-gorse") : Set.of();
        }

        @Override
        public Set<String> places(String name) {
            return name.equals("Melitopol") ? Set.of("geo-moved") : Set.of();
        }

        @Override
        public Set<String> areas(String placeId) {
            return Set.of(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
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
