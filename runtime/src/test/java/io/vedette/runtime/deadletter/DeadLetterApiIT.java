package io.vedette.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.streams.DeadLetters;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class DeadLetterApiIT {

    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();

    private KafkaCluster cluster;
    private AvroSerdes serdes;
    private Topics topics;
    private HttpServer server;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        Configuration configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                cluster.getBootstrapServers(),
                "registry.url",
                "mock://deadletters",
                "http.port",
                "0",
                "http.deadLetters.records",
                "5"));
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
        List<Topic<?, ?>> wanted = List.of(
                topics.articles(),
                topics.watches(),
                topics.ingestDeadLetters(),
                topics.enrichDeadLetters(),
                topics.alertsDeadLetters());
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()))) {
            admin.createTopics(wanted.stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.getBootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        Service service = DeadLetterService.create(configuration, topics, serdes.client(), Clock.systemUTC());
        server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
    }

    @AfterEach
    void stop() {
        server.close();
        producer.close();
        serdes.close();
        metrics.close();
    }

    @Test
    void theLatestAreListedAndOneIsShownAndSentOnceMoreButOnce() throws Exception {
        String enrich = topics.enrichDeadLetters().name();
        letter(enrich, topics.articles().name(), MORNING, "first");
        letter(enrich, topics.articles().name(), MORNING.plusSeconds(60), "second");
        letter(topics.alertsDeadLetters().name(), topics.watches().name(), MORNING.plusSeconds(30), "{}");

        JsonNode page = json(get("/api/deadletters"));
        assertThat(page.get("items").findValuesAsText("address"))
                .containsExactly("enrich:0:1", "alerts:0:0", "enrich:0:0");
        assertThat(page.get("all").booleanValue()).isTrue();
        assertThat(page.get("items").get(0).get("topic").textValue()).isEqualTo(enrich);
        assertThat(page.get("items").get(0).get("bytes").intValue()).isEqualTo("second".length());
        assertThat(json(get("/api/deadletters?topic=" + enrich + "&from=2026-11-23T06:00:30Z"))
                        .get("items")
                        .findValuesAsText("address"))
                .containsExactly("enrich:0:1");
        assertThat(json(get("/api/deadletters?reason=nosuch")).get("items")).isEmpty();
        assertThat(json(get("/api/deadletters?limit=1")).get("items")).hasSize(1);

        JsonNode whole = json(get("/api/deadletters/enrich/0/0"));
        assertThat(whole.get("value").textValue()).isEqualTo("first");
        assertThat(whole.get("letter").get("readFrom").get("topic").textValue())
                .isEqualTo(topics.articles().name());
        assertThat(whole.get("headers").findValuesAsText("name")).containsExactly("traceparent");
        assertThat(whole.get("refusal").isNull()).isTrue();
        assertThat(json(get("/api/deadletters/alerts/0/0")).get("refusal").textValue())
                .contains("save it again");

        String both =
                "{\"topic\":\"enrich\",\"records\":[{\"partition\":0,\"offset\":0},{\"partition\":0,\"offset\":9}]}";
        JsonNode sent = json(post(both));
        assertThat(sent.get("sent").get(0).textValue()).isEqualTo("enrich:0:0");
        assertThat(sent.get("refused").findValuesAsText("reason")).containsExactly("there is none");
        JsonNode again = json(post(both));
        assertThat(again.get("sent")).isEmpty();
        assertThat(again.get("before").get(0).textValue()).isEqualTo("enrich:0:0");
        assertThat(articles()).singleElement().satisfies(record -> {
            assertThat(new String(record.value(), UTF_8)).isEqualTo("first");
            assertThat(record.headers().lastHeader("traceparent")).isNotNull();
        });
        assertThat(json(get("/api/deadletters/enrich/0/0")).get("letter").hasNonNull("replayed"))
                .isTrue();
        JsonNode refused = json(post("{\"topic\":\"alerts\",\"records\":[{\"partition\":0,\"offset\":0}]}"));
        assertThat(refused.get("refused").get(0).get("reason").textValue()).contains("save it again");
    }

    @Test
    void whatIsTooFarBackToBeSureOfIsNotSent() throws Exception {
        for (int i = 0; i < 8; i++) {
            letter(topics.enrichDeadLetters().name(), topics.articles().name(), MORNING.plusSeconds(i), "no " + i);
        }

        JsonNode page = json(get("/api/deadletters?topic=enrich"));
        assertThat(page.get("items")).hasSize(5);
        assertThat(page.get("all").booleanValue()).isFalse();
        HttpResponse<String> refused = post("{\"topic\":\"enrich\",\"records\":[{\"partition\":0,\"offset\":0}]}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("http.deadLetters.records");
        assertThat(articles()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        assertThat(get("/api/deadletters?topic=delivery").statusCode()).isEqualTo(400);
        assertThat(get("/api/deadletters/enrich/0/7").statusCode()).isEqualTo(404);
        assertThat(get("/api/deadletters/enrich/99/0").statusCode()).isEqualTo(404);
        assertThat(get("/api/deadletters/enrich/x/0").statusCode()).isEqualTo(404);
        assertThat(get("/api/deadletters/nothing/0/0").statusCode()).isEqualTo(404);
        assertThat(post("{\"records\":[]}").statusCode()).isEqualTo(400);
        assertThat(post("{\"topic\":\"enrich\",\"records\":[{\"partition\":0}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private void letter(String topic, String origin, Instant time, String value) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, 0, time.toEpochMilli(), null, value.getBytes(UTF_8));
        record.headers().add(DeadLetters.ERROR_HEADERS + "topic", origin.getBytes(UTF_8));
        record.headers().add(DeadLetters.ERROR_HEADERS + "partition", "0".getBytes(UTF_8));
        record.headers().add(DeadLetters.ERROR_HEADERS + "offset", "0".getBytes(UTF_8));
        record.headers().add(DeadLetters.ERROR_HEADERS + "exception", "java.io.IOException".getBytes(UTF_8));
        record.headers().add("traceparent", "00-1".getBytes(UTF_8));
        producer.send(record).get();
    }

    private List<ConsumerRecord<byte[], byte[]>> articles() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.getBootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topics.articles().name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(2)).records(partition);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/deadletters/replay"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
