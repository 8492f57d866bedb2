package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Article;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code vedette deadletters} on a pipeline that runs. */
@ExtendWith(SharedPipeline.class)
class DeadLettersIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RunningPipeline pipeline;
    private KafkaProducer<byte[], byte[]> producer;
    private TopicReader<Article> articles;

    @BeforeEach
    void open(RunningPipeline running) {
        pipeline = running;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        articles = new TopicReader<>(pipeline, pipeline.topics().articles());
    }

    @AfterEach
    void close() {
        producer.close();
        articles.close();
    }

    @Test
    void whatCannotBeReadIsListedShownAndSentOnceMore() throws Exception {
        RecordMetadata poison = producer.send(new ProducerRecord<>(
                        pipeline.topics().articles().name(),
                        "poison".getBytes(UTF_8),
                        "no Avro at all".getBytes(UTF_8)))
                .get();
        JsonNode letter = await().atMost(Duration.ofSeconds(30))
                .until(() -> letterOf(poison.partition(), poison.offset()), node -> node != null);
        String address = letter.path("address").asText();

        assertThat(run("show", address)).isZero();
        assertThat(out.toString(UTF_8))
                .contains(pipeline.topics().articles().name() + ":" + poison.partition() + ":" + poison.offset())
                .contains("SerializationException", "poison", "no Avro at all");

        assertThat(run("replay", address, "--dry-run")).isZero();
        assertThat(out.toString(UTF_8)).contains("1 would be sent");
        assertThat(run("replay", address)).isZero();
        assertThat(out.toString(UTF_8)).contains("1 sent");
        assertThat(run("replay", address)).isZero();
        assertThat(out.toString(UTF_8)).contains("0 sent, 1 passed over");

        // it fails again, as a letter of its own; the former one says that it was sent
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(poisoned())
                .hasSize(2)
                .filteredOn(node -> node.hasNonNull("replayed"))
                .extracting(node -> node.path("address").asText())
                .containsExactly(address));
    }

    @Test
    void anArticleComesOnceHoweverOftenItsLetterIsReplayed() throws Exception {
        Article article = article();
        byte[] value = pipeline.topics()
                .articles()
                .valueSerde()
                .serializer()
                .serialize(pipeline.topics().articles().name(), article);
        String address = letter(
                article.getId(), value, pipeline.topics().articles().name(), 3, 0, Map.of("traceparent", "00-1"));

        assertThat(run("replay", address)).isZero();
        assertThat(run("replay", address)).isZero();

        List<ConsumerRecord<String, byte[]>> sent = awaitArticle(article.getId());
        assertThat(sent).singleElement().satisfies(record -> {
            assertThat(record.partition()).isEqualTo(3);
            assertThat(record.value()).isEqualTo(value);
            assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8))
                    .isEqualTo("00-1");
            assertThat(record.headers().lastHeader("__streams.errors.exception"))
                    .isNull();
        });
    }

    @Test
    void whatWasTooLargeToBeKeptIsFetchedFromWhereItWasRead() throws Exception {
        Article article = article();
        byte[] value = pipeline.topics()
                .articles()
                .valueSerde()
                .serializer()
                .serialize(pipeline.topics().articles().name(), article);
        RecordMetadata original = producer.send(new ProducerRecord<>(
                        pipeline.topics().articles().name(), article.getId().getBytes(UTF_8), value))
                .get();
        String address = letter(
                article.getId(),
                null,
                original.topic(),
                original.partition(),
                original.offset(),
                Map.of("vedette.omitted.bytes", Integer.toString(value.length)));

        assertThat(run("replay", address)).isZero();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(awaitArticle(article.getId()))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.value()).isEqualTo(value)));
    }

    @Test
    void aWatchIsNotReplayedOverALaterOne() throws Exception {
        String address = letter(
                "floods", "{}".getBytes(UTF_8), pipeline.topics().watches().name(), 0, 0, Map.of());

        assertThat(run("replay", address)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(address, "save it again");
    }

    @Test
    void aWrongAddressIsRefusedWithTheRightForm() {
        assertThat(run("show", "enrich-17")).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("enrich:0:17");
        assertThat(run("show", "enrich:0:999999999")).isEqualTo(66);
        assertThat(run("replay")).isEqualTo(64);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("deadletters"));
        all.addAll(Arrays.asList(args));
        all.add("-Dkafka.bootstrap.servers=" + pipeline.bootstrapServers());
        all.add("-Dregistry.url=" + pipeline.registryUrl());
        return Vedette.run(Terminal.of(InputStream.nullInputStream(), out, err), all.toArray(String[]::new));
    }

    private JsonNode letterOf(int partition, long offset) throws Exception {
        return listed().stream()
                .filter(node -> node.path("partition").asInt() == partition
                        && node.path("offset").asLong() == offset)
                .findFirst()
                .orElse(null);
    }

    private List<JsonNode> poisoned() throws Exception {
        return listed().stream()
                .filter(node -> node.path("topic")
                        .asText()
                        .equals(pipeline.topics().articles().name()))
                .filter(node -> node.path("exception").asText().contains("SerializationException"))
                .toList();
    }

    private List<JsonNode> listed() throws Exception {
        assertThat(run("list", "--service", "enrich", "--since", "1h", "--format", "json", "--limit", "1000"))
                .as(err.toString(UTF_8))
                .isZero();
        List<JsonNode> letters = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            letters.add(Json.MAPPER.readTree(line));
        }
        return letters;
    }

    /** A letter as a service that failed would have left it; its address. */
    private String letter(
            String key, byte[] value, String topic, int partition, long offset, Map<String, String> headers)
            throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.put("__streams.errors.topic", topic);
        all.put("__streams.errors.partition", Integer.toString(partition));
        all.put("__streams.errors.offset", Long.toString(offset));
        all.put("__streams.errors.exception", "io.vedette.TaggerDown");
        all.put("__streams.errors.message", "was out of order");
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(pipeline.topics().enrichDeadLetters().name(), 0, key.getBytes(UTF_8), value);
        all.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return "enrich:0:" + producer.send(record).get().offset();
    }

    private List<ConsumerRecord<String, byte[]>> awaitArticle(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> articles.poll().stream()
                                .filter(record -> id.equals(record.key()))
                                .toList(),
                        found -> !found.isEmpty());
    }

    private static Article article() {
        return Article.newBuilder()
                .setId(UUID.randomUUID().toString().replace("-", ""))
                .setUrl("https://harbour.example/" + UUID.randomUUID())
                .setTitle("The ferry runs again")
                .setText("The ferry between the islands runs again, the port authority says.")
                .setSource("harbour.example")
                .setPublishedAt(Instant.parse("2026-11-23T06:00:00Z"))
                .setFetchedAt(Instant.parse("2026-11-23T06:01:00Z"))
                .build();
    }
}
