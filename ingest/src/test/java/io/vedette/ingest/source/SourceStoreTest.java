package io.vedette.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topic.Cleanup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

class SourceStoreTest {

    private static final String TOPIC = "sources";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** An address whose schema the registry can't give while it is away. */
    private static final String AWAY = "https://away.example/";

    private final AtomicBoolean registryAway = new AtomicBoolean();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private List<Given> records = List.of();
    private final SourceStore store = new SourceStore(topic(), this::consumer, meters);

    /** A record on the topic; without an address it is a tombstone. */
    private record Given(String id, int partition, String url) {}

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theLastRecordOfEachSourceCountsAndATombstoneDeletes() throws InterruptedException {
        records = List.of(
                new Given("a", 0, "https://a.example/1"),
                new Given("a", 0, "https://a.example/2"),
                new Given("b", 1, "https://b.example/"),
                new Given("c", 1, "https://c.example/"),
                new Given("c", 1, null));

        read();

        assertThat(store.all())
                .extracting(StoredSource::id, stored -> stored.source().getUrl(), StoredSource::partition)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "https://a.example/2", 0),
                        org.assertj.core.groups.Tuple.tuple("b", "https://b.example/", 1));
        assertThat(store.ofPartition(1)).extracting(StoredSource::id).containsExactly("b");
        assertThat(store.get("c")).isEmpty();
        assertThat(store.awaitApplied(0, 1, PATIENCE)).isTrue();
        assertThat(store.awaitApplied(0, 2, Duration.ofMillis(10))).isFalse();
        assertThat(store.check().ok()).isTrue();
        assertThat(meters.get(MetricNames.SOURCES).gauge().value()).isEqualTo(2);
    }

    @Test
    void aRecordThatMakesNoSourceLeavesWhatWasThereAndCountsUntilItIsPutRight() {
        records = List.of(
                new Given("a", 0, "https://a.example/"),
                new Given("a", 0, "file:///etc/passwd"),
                new Given("b", 0, "nowhere"),
                new Given("b", 0, "https://b.example/"),
                new Given(null, 0, "https://no-key.example/"));

        read();

        assertThat(store.all())
                .extracting(stored -> stored.source().getUrl())
                .containsExactly("https://a.example/", "https://b.example/");
        assertThat(meters.get(MetricNames.SOURCES_INVALID).gauge().value()).isEqualTo(2);
    }

    @Test
    void aRegistryThatIsAwayMakesItNotReadyAndSkipsNothing() {
        registryAway.set(true);
        records = List.of(new Given("a", 0, AWAY));
        store.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.check().reason()).contains("no answer"));
        assertThat(store.caughtUp()).isNotDone();

        registryAway.set(false);
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(store.get("a")).isPresent();
        assertThat(store.check().ok()).isTrue();
        assertThat(meters.get(MetricNames.SOURCES_INVALID).gauge().value()).isZero();
    }

    @Test
    void listenersHearOfEachChangeWithWhatWasThereAndOneThatFailsHarmsNobody() {
        List<String> heard = new CopyOnWriteArrayList<>();
        store.add((before, now) -> {
            throw new IllegalStateException("on purpose");
        });
        store.add((before, now) -> heard.add(name(before) + " > " + name(now)));
        records = List.of(
                new Given("a", 0, "https://a.example/1"),
                new Given("a", 0, "https://a.example/2"),
                new Given("a", 0, null),
                new Given("never", 0, null));

        read();

        assertThat(heard)
                .containsExactly(
                        "none > https://a.example/1",
                        "https://a.example/1 > https://a.example/2",
                        "https://a.example/2 > none");
    }

    private void read() {
        store.start();
        store.caughtUp().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String name(StoredSource source) {
        return source == null ? "none" : source.source().getUrl();
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Node node = new Node(0, "localhost", 9092);
        Node[] nodes = {node};
        consumer.updatePartitions(
                TOPIC,
                List.of(
                        new PartitionInfo(TOPIC, 0, node, nodes, nodes),
                        new PartitionInfo(TOPIC, 1, node, nodes, nodes)));
        for (int partition = 0; partition < 2; partition++) {
            TopicPartition in = new TopicPartition(TOPIC, partition);
            consumer.updateBeginningOffsets(Map.of(in, 0L));
            consumer.updateEndOffsets(Map.of(in, (long) in(partition).size()));
        }
        consumer.schedulePollTask(() -> {
            add(consumer, 0);
            add(consumer, 1);
        });
        return consumer;
    }

    private void add(MockConsumer<byte[], byte[]> consumer, int partition) {
        List<Given> given = in(partition);
        for (int offset = (int) consumer.position(new TopicPartition(TOPIC, partition));
                offset < given.size();
                offset++) {
            Given one = given.get(offset);
            consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, bytes(one.id()), bytes(one.url())));
        }
    }

    private List<Given> in(int partition) {
        return new ArrayList<>(records)
                .stream().filter(given -> given.partition() == partition).toList();
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its values are bare addresses. */
    private Topic<String, Source> topic() {
        return new Topic<>(
                TOPIC,
                Serdes.String(),
                Serdes.serdeFrom(
                        (topic, source) -> new StringSerializer().serialize(topic, source.getUrl()),
                        (topic, value) -> source(value)),
                Source.class,
                new Topic.Settings(2, (short) -1, Cleanup.COMPACT, Duration.ZERO, false, 1_000_000));
    }

    private Source source(byte[] value) {
        String url = new String(value, StandardCharsets.UTF_8);
        if (url.equals(AWAY) && registryAway.get()) {
            throw new SerializationException("no schema", new IOException("no answer"));
        }
        return Source.newBuilder().setKind("FEED").setUrl(url).build();
    }
}
