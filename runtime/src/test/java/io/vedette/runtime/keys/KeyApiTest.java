package io.vedette.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.audit.Audit;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Access;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.ApiKey;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a topic that is a producer whose records a consumer gets. */
class KeyApiTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://keys").withAutoRegister(true));
    private final Topic<String, ApiKey> topic = new Topics(TopicSettings.DEFAULTS, serdes).keys();
    private final TopicPartition partition = new TopicPartition(topic.name(), 0);
    private final MockConsumer<byte[], byte[]> consumer = consumer();
    private final MockProducer<String, ApiKey> producer = producer();
    private final Metrics metrics = new Metrics();
    private final StoredKeys keys =
            new StoredKeys(topic, () -> (Consumer<byte[], byte[]>) consumer, Clock.fixed(NOW, ZoneOffset.UTC));
    private HttpServer server;

    @BeforeEach
    void start() {
        var config = Configuration.of(Map.of(
                        "http.port", "0",
                        "http.auth.keys.0.name", "operator",
                        "http.auth.keys.0.hash", SecretKey.hash("first"),
                        "http.auth.keys.0.scopes", "admin"))
                .http();
        KeyApi api = new KeyApi(keys, topic, () -> producer, Clock.fixed(NOW, ZoneOffset.UTC));
        server = new HttpServer(
                        config,
                        metrics,
                        List.of(new RoutesOnly("keys", List.of(api))),
                        List.of(),
                        new Access(Authentication.of(config.auth(), List.of(), List.of(keys)), Audit.NONE))
                .start();
        keys.start();
        Awaitility.await().until(() -> keys.check().ok());
    }

    @AfterEach
    void stop() {
        server.close();
        keys.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void aKeyThatIsMadeIsGoodAtOnceForItsScopesAndKeptAsAHashOnly() throws Exception {
        JsonNode made = make("{\"name\":\"desk\",\"scopes\":[\"read\"]}");
        String secret = made.path("key").asText();

        assertThat(secret).startsWith("vdt_");
        assertThat(made.path("createdBy").asText()).isEqualTo("operator");
        assertThat(send("GET", "/topology", secret, "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/keys", secret, "").statusCode()).isEqualTo(403);
        ApiKey kept = producer.history().get(0).value();
        assertThat(kept.getHash()).isEqualTo(SecretKey.hash(secret));
        assertThat(kept.toString()).doesNotContain(secret);
        assertThat(send("GET", "/api/keys", "first", "").body())
                .contains("\"name\":\"desk\"")
                .doesNotContain(secret)
                .doesNotContain(kept.getHash());
    }

    @Test
    void aKeyThatIsRevokedIsGoodForNothing() throws Exception {
        JsonNode made = make("{\"name\":\"desk\",\"scopes\":[\"read\",\"admin\"]}");
        String secret = made.path("key").asText();
        String id = made.path("id").asText();

        assertThat(send("DELETE", "/api/keys/" + id, secret, "").statusCode()).isEqualTo(200);

        assertThat(send("GET", "/topology", secret, "").statusCode()).isEqualTo(401);
        assertThat(send("DELETE", "/api/keys/" + id, "first", "").statusCode()).isEqualTo(404);
        assertThat(producer.history().get(1).value()).as("a tombstone").isNull();
    }

    @Test
    void aKeyEndsWhenItWasToEnd() {
        consumer.addRecord(record("old", stored("old", "gone").setExpiresAt(NOW).build()));
        consumer.addRecord(record(
                "new", stored("new", "good").setExpiresAt(NOW.plusSeconds(1)).build()));

        Awaitility.await().until(() -> keys.caller("good").isPresent());
        assertThat(keys.caller("gone")).isEmpty();
    }

    @Test
    void aScopeOfALaterVersionGivesNothingAndARecordWithoutAHashIsPassedOver() {
        consumer.addRecord(record("bad", ApiKey.newBuilder().setId("bad").build()));
        consumer.addRecord(record(
                "odd", stored("odd", "odd").setScopes(List.of("everything")).build()));

        Awaitility.await().until(() -> keys.caller("odd").isPresent());
        assertThat(keys.caller("odd").orElseThrow().scopes()).isEmpty();
    }

    @Test
    void whatMakesNoKeyIsToldAndNothingIsWritten() throws Exception {
        assertThat(send("POST", "/api/keys", "first", "{\"name\":\"a b\",\"scopes\":[\"read\"]}")
                        .body())
                .contains("\"field\":\"name\"");
        assertThat(send("POST", "/api/keys", "first", "{\"name\":\"a\",\"scopes\":[\"all\"]}")
                        .body())
                .contains("\"field\":\"scopes\"");
        assertThat(send("POST", "/api/keys", "first", "{\"name\":\"a\"}").statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "POST",
                                "/api/keys",
                                "first",
                                "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                        .body())
                .contains("\"field\":\"expiresAt\"");
        assertThat(producer.history()).isEmpty();
    }

    private JsonNode make(String form) throws Exception {
        HttpResponse<String> response = send("POST", "/api/keys", "first", form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String key, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
    }

    private static ApiKey.Builder stored(String id, String secret) {
        return ApiKey.newBuilder()
                .setId(id)
                .setName(id)
                .setHash(SecretKey.hash(secret))
                .setScopes(List.of("read"));
    }

    private ConsumerRecord<byte[], byte[]> record(String id, ApiKey key) {
        long offset = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.updateEndOffsets(Map.of(partition, offset + 1));
        return new ConsumerRecord<>(
                topic.name(),
                0,
                offset,
                topic.keySerde().serializer().serialize(topic.name(), id),
                key == null ? null : topic.valueSerde().serializer().serialize(topic.name(), key));
    }

    private MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> made = new MockConsumer<>("earliest");
        Node node = Node.noNode();
        made.updatePartitions(
                topic.name(), List.of(new PartitionInfo(topic.name(), 0, node, new Node[] {node}, new Node[] {node})));
        made.updateBeginningOffsets(Map.of(partition, 0L));
        made.updateEndOffsets(Map.of(partition, 0L));
        return made;
    }

    private MockProducer<String, ApiKey> producer() {
        return new MockProducer<>(
                true, null, topic.keySerde().serializer(), topic.valueSerde().serializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, ApiKey> sent) {
                consumer.addRecord(record(sent.key(), sent.value()));
                return super.send(sent);
            }
        };
    }
}
