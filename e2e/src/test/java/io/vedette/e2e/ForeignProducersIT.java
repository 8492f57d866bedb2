package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.article.ArticleId;
import io.vedette.text.article.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The topic of articles is an interface: whatever is fed there, with whichever client, is taken or answered for. */
@ExtendWith(SharedPipeline.class)
class ForeignProducersIT {

    private static final String ERRORS = "__streams.errors.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What careful people set: the schema must be there already. */
    private static final Map<String, Object> STRICT =
            Map.of("auto.register.schemas", false, "avro.remove.java.properties", true);

    private final RunningPipeline pipeline;
    private final String topic;
    private TopicReader<EnrichedArticle> enriched;
    private TopicReader<byte[]> deadLetters;

    ForeignProducersIT(RunningPipeline pipeline) {
        this.pipeline = pipeline;
        this.topic = pipeline.topics().articles().name();
    }

    @BeforeEach
    void read() {
        enriched = new TopicReader<>(pipeline, pipeline.topics().enriched());
        deadLetters = new TopicReader<>(pipeline, pipeline.topics().enrichDeadLetters());
    }

    @AfterEach
    void close() {
        enriched.close();
        deadLetters.close();
    }

    @Test
    void anArticleOfWhichOnlyTheTextIsKnownGetsTheRest() {
        Schema textOnly = SchemaBuilder.record("Article")
                .namespace("io.vedette.schemas")
                .fields()
                .requiredString("text")
                .endRecord();
        String text = "A lighthouse near Brest was repainted.";
        GenericRecord article =
                new GenericRecordBuilder(textOnly).set("text", text).build();
        // Registers its own schema, as a stock producer does unless it is told not to.
        send(Map.of(), List.of(new ProducerRecord<>(topic, article)));

        EnrichedArticle found = awaitOnce(ArticleId.of(null, text));
        assertThat(found.getArticle().getText()).isEqualTo(text);
        assertThat(found.getArticle().getPublishedAt()).isNotNull();
        assertThat(found.getArticle().getMarks()).contains("DATE_ASSUMED");
        assertThat(found.getLanguage()).isEqualTo("en");
    }

    @Test
    void anArticleWithoutAKeyGoesHome() {
        String url = "https://foreign.example.org/null-key";
        send(STRICT, List.of(new ProducerRecord<>(topic, article(url))));
        awaitOnce(id(url));
    }

    @Test
    void anArticleUnderAForeignKeyGoesHome() {
        String url = "https://foreign.example.org/foreign-key";
        send(STRICT, List.of(new ProducerRecord<>(topic, "my-own-key-42", article(url))));
        awaitOnce(id(url));
    }

    @Test
    void anArticleUnderItsOwnKeyInAPartitionByCrc32GoesHome() {
        List<String> urls = IntStream.range(0, 12)
                .mapToObj(i -> "https://foreign.example.org/crc32/" + i)
                .toList();
        send(
                STRICT,
                urls.stream()
                        .map(url -> new ProducerRecord<>(topic, crc32Partition(id(url)), id(url), article(url)))
                        .toList());
        urls.forEach(url -> awaitOnce(id(url)));
    }

    @Test
    void anArticleIsTakenOnceHoweverOftenAndUnderWhicheverKeyItComes() {
        String url = "https://foreign.example.org/often";
        send(
                STRICT,
                List.of(
                        new ProducerRecord<>(topic, article(url)),
                        new ProducerRecord<>(topic, "one", article(url)),
                        new ProducerRecord<>(topic, id(url), article(url + "?utm_source=feed"))));
        awaitOnce(id(url));
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> {
            enriched.poll();
            return withKey(id(url)).size() == 1;
        });
    }

    @Test
    void kcatFeedsWithTheDefaultsOfLibrdkafka(@TempDir Path folder) throws Exception {
        String kcat = Peer.require("kcat");
        String url = "https://foreign.example.org/kcat";
        byte[] value = pipeline.topics().articles().valueSerde().serializer().serialize(topic, article(url));
        Path file = Files.write(folder.resolve("article.avro"), value);
        Process process = new ProcessBuilder(
                        kcat, "-P", "-b", pipeline.bootstrapServers(), "-t", topic, "-k", id(url), file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        awaitOnce(id(url));
    }

    @Test
    void whatIsNoAvroIsADeadLetterAndTheNextArticleIsNot() throws Exception {
        byte[] poison = "{\"text\": \"JSON, but not Avro\"}".getBytes(StandardCharsets.UTF_8);
        assertDeadLetter(poison, "no-avro");
    }

    @Test
    void anUnknownSchemaIdIsADeadLetterAndTheNextArticleIsNot() throws Exception {
        assertDeadLetter(new byte[] {0, 0x0f, 0x42, 0x3f, 0x7f, 2, 'x'}, "unknown-schema");
    }

    @Test
    void anArticleThatBreaksOffIsADeadLetterAndTheNextIsNot() throws Exception {
        byte[] whole =
                pipeline.topics().articles().valueSerde().serializer().serialize(topic, article("https://a.example"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertDeadLetter(half, "broken-off");
    }

    @Test
    void anArticleWithoutTextIsADeadLetterAndTheNextIsNot() throws Exception {
        Article empty = Article.newBuilder().setText("   ").setTitle("No text").build();
        assertDeadLetter(pipeline.topics().articles().valueSerde().serializer().serialize(topic, empty), "no-text");
    }

    /** Poison and a good article, one after the other in the same partition. */
    private void assertDeadLetter(byte[] poison, String key) throws Exception {
        String url = "https://foreign.example.org/after/" + key;
        byte[] good = pipeline.topics().articles().valueSerde().serializer().serialize(topic, article(url));
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        long offset;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> bad = new ProducerRecord<>(topic, 1, keyBytes, poison);
            bad.headers().add("mine", "kept".getBytes(StandardCharsets.UTF_8));
            offset = producer.send(bad).get().offset();
            producer.send(new ProducerRecord<>(topic, 1, keyBytes, good)).get();
        }
        awaitOnce(id(url));
        List<ConsumerRecord<String, byte[]>> letters = await().atMost(PATIENCE)
                .until(
                        () -> deadLetters.poll().stream()
                                .filter(letter -> key.equals(letter.key()))
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo(poison);
        Map<String, String> headers = headers(letters.get(0));
        assertThat(headers)
                .containsEntry("mine", "kept")
                .containsEntry(ERRORS + "topic", topic)
                .containsEntry(ERRORS + "partition", "1")
                .containsEntry(ERRORS + "offset", Long.toString(offset))
                .containsKeys(ERRORS + "exception", ERRORS + "message", ERRORS + "stacktrace");
    }

    private EnrichedArticle awaitOnce(String id) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            if (withKey(id).isEmpty()) {
                enriched.poll();
            }
            assertThat(withKey(id)).hasSize(1);
        });
        ConsumerRecord<String, byte[]> found = withKey(id).get(0);
        assertThat(found.partition())
                .isEqualTo(Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8)))
                        % RunningPipeline.PARTITIONS);
        EnrichedArticle value = enriched.value(found);
        assertThat(value.getArticle().getId()).isEqualTo(id);
        return value;
    }

    /** Of what has been read so far. */
    private List<ConsumerRecord<String, byte[]>> withKey(String id) {
        return enriched.records().stream()
                .filter(record -> id.equals(record.key()))
                .toList();
    }

    private <V> void send(Map<String, Object> serializerSettings, List<ProducerRecord<String, V>> records) {
        Map<String, Object> settings = new HashMap<>(serializerSettings);
        settings.put("bootstrap.servers", pipeline.bootstrapServers());
        settings.put("schema.registry.url", pipeline.registryUrl());
        settings.put("key.serializer", StringSerializer.class);
        settings.put("value.serializer", KafkaAvroSerializer.class);
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(settings)) {
            for (ProducerRecord<String, V> record : records) {
                producer.send(record).get();
            }
        } catch (Exception e) {
            throw new AssertionError("a stock producer can't write", e);
        }
    }

    private static Article article(String url) {
        return Article.newBuilder()
                .setText("A harbour was dredged, says " + url.replaceFirst("\\?.*", "") + ".")
                .setUrl(url)
                .build();
    }

    private static String id(String url) {
        return ArticleId.of(CanonicalUrl.of(url).orElseThrow(), "");
    }

    /** What librdkafka's {@code consistent_random} makes of a key. */
    private static int crc32Partition(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % RunningPipeline.PARTITIONS);
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
