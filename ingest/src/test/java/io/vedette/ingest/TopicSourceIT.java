package io.vedette.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class TopicSourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final String WIRE = "newsroom.wire";

    KafkaCluster cluster;

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://topics").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(3), serdes);
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "registry.url",
            "mock://topics",
            "registry.autoRegister",
            "true",
            "http.port",
            "0",
            "ingest.kafka.0.id",
            "wire",
            "ingest.kafka.0.topic",
            WIRE));
    private Written written;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void createTopics() throws Exception {
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        written = new Written(config(), topics);
        written.createTopics();
        try (Admin admin = Admin.create(new KafkaClients(config().kafka()).admin())) {
            admin.createTopics(List.of(new NewTopic(WIRE, 2, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        producer.close();
        serdes.close();
    }

    @Test
    void jsonIsTakenInOnceWhereItsFieldsAreSaidToStand() throws Exception {
        settings.put("ingest.kafka.0.fields.text", "/doc/body");
        settings.put("ingest.kafka.0.fields.author", "/by");
        IntStream.range(0, 50).mapToObj(TopicSourceIT::json).forEach(this::send);
        send("no json".getBytes(UTF_8));
        send("{\"doc\": {\"body\": {\"html\": \"<p>\"}}}".getBytes(UTF_8));
        send("{\"doc\": {}}".getBytes(UTF_8));
        try (Posts first = posts()) {
            awaitArticles(50);
        }
        IntStream.range(50, 60).mapToObj(TopicSourceIT::json).forEach(this::send);
        try (Posts second = posts()) {
            awaitArticles(60);
        }
        List<ConsumerRecord<String, Article>> articles = written.articles();
        assertThat(articles).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(articles).extracting(record -> record.value().getAuthor()).containsOnly("A. Reporter, B. Reporter");
        List<ConsumerRecord<byte[], byte[]>> letters = written.records(topics.ingestDeadLetters());
        assertThat(letters)
                .extracting(letter -> new String(letter.value(), UTF_8))
                .containsExactlyInAnyOrder("no json", "{\"doc\": {\"body\": {\"html\": \"<p>\"}}}", "{\"doc\": {}}");
        assertThat(letters)
                .extracting(letter -> new String(
                        letter.headers().lastHeader("__streams.errors.message").value(), UTF_8))
                .anyMatch(message -> message.contains("/doc/body is an object"))
                .anyMatch(message -> message.contains("text is empty"));
    }

    @Test
    void avroOfAnySchemaIsTakenIn() {
        settings.put("ingest.kafka.0.format", "avro");
        settings.put("ingest.kafka.0.fields.text", "/content/plain");
        settings.put("ingest.kafka.0.fields.title", "/headline");
        Schema content =
                SchemaBuilder.record("Content").fields().requiredString("plain").endRecord();
        Schema story = SchemaBuilder.record("Story")
                .fields()
                .requiredString("headline")
                .name("content")
                .type(content)
                .noDefault()
                .endRecord();
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer(serdes.client())) {
            serializer.configure(Map.of("schema.registry.url", "mock://topics", "auto.register.schemas", true), false);
            send(serializer.serialize(
                    WIRE,
                    new GenericRecordBuilder(story)
                            .set("headline", "Ferry")
                            .set(
                                    "content",
                                    new GenericRecordBuilder(content)
                                            .set("plain", "It left.")
                                            .build())
                            .build()));
        }
        try (Posts running = posts()) {
            awaitArticles(1);
        }
        Article article = written.articles().get(0).value();
        assertThat(article.getTitle()).isEqualTo("Ferry");
        assertThat(article.getText()).isEqualTo("It left.");
    }

    private void awaitArticles(int count) {
        await().atMost(PATIENCE).until(() -> written.articles().size() == count);
    }

    private static byte[] json(int number) {
        return ("{\"doc\": {\"body\": \"Text " + number + "\"}, \"by\": [\"A. Reporter\", \"B. Reporter\"]}")
                .getBytes(UTF_8);
    }

    private void send(byte[] value) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    new KafkaClients(config().kafka()).producer(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        producer.send(new ProducerRecord<>(WIRE, value));
    }

    private Configuration config() {
        return Configuration.of(settings);
    }

    private Posts posts() {
        return new Posts(config(), topics);
    }
}
