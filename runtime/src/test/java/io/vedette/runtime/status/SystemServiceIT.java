package io.vedette.runtime.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class SystemServiceIT {

    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger looks = new AtomicInteger();

    private KafkaCluster cluster;

    @Test
    void itTellsOfLagDeadLettersAndServicesAndThatKafkaIsAwayOnceItIs() throws Exception {
        Configuration configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                cluster.getBootstrapServers(),
                "registry.url",
                "mock://system",
                "http.port",
                "0",
                "http.system.refresh",
                "500ms",
                "http.system.timeout",
                "3s"));
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Metrics metrics = new Metrics()) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            fill(topics);
            Metrics.timeToAlert(metrics.registry()).record(Duration.ofMillis(150));
            SystemService system = new SystemService(
                    configuration,
                    topics,
                    List.of(new Counted()),
                    List.of(),
                    new Some(),
                    metrics.registry(),
                    Clock.systemUTC());
            try (HttpServer server =
                    new HttpServer(configuration.http(), metrics, List.of(system), List.of()).start()) {
                JsonNode view = get(server);
                assertThat(view.get("kafka").get("up").booleanValue()).isTrue();
                assertThat(view.get("services").get(0).get("name").textValue()).isEqualTo("counted");
                assertThat(view.get("services").get(0).get("ready").booleanValue())
                        .isFalse();
                assertThat(view.get("services")
                                .get(0)
                                .get("components")
                                .get(0)
                                .get("detail")
                                .textValue())
                        .isEqualTo("it is only a test");
                assertThat(view.get("lag")).singleElement().satisfies(lag -> {
                    assertThat(lag.get("group").textValue()).isEqualTo("vedette-enrich");
                    assertThat(lag.get("topic").textValue())
                            .isEqualTo(topics.articles().name());
                    assertThat(lag.get("records").longValue()).isEqualTo(2);
                });
                assertThat(view.get("groups").findValuesAsText("group"))
                        .contains("vedette-enrich", "vedette-enrich-stories", "vedette-alerts", "vedette-delivery");
                JsonNode letters = view.get("deadLetters").get(1);
                assertThat(letters.get("topic").textValue())
                        .isEqualTo(topics.enrichDeadLetters().name());
                assertThat(letters.get("records").longValue()).isEqualTo(1);
                assertThat(letters.get("oldest").textValue()).isEqualTo(MORNING.toString());
                assertThat(view.get("timeToAlert").get("p50").doubleValue()).isBetween(100.0, 200.0);
                assertThat(view.get("rates").get("articles").doubleValue()).isEqualTo(2);
                assertThat(view.get("rates").get("alerts").isNull()).isTrue();
                assertThat(view.get("canary").get("missing").intValue()).isEqualTo(1);

                int before = looks.get();
                for (int i = 0; i < 50; i++) {
                    get(server);
                }
                assertThat(looks.get() - before).as("looks for fifty requests").isLessThan(10);

                cluster.stopNodes(node -> true, TerminationStyle.ABRUPT);
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    JsonNode away = get(server);
                    assertThat(away.get("kafka").get("up").booleanValue()).isFalse();
                    assertThat(away.get("kafka").get("detail").textValue()).isNotBlank();
                    assertThat(away.get("lag").isNull()).isTrue();
                    assertThat(away.get("deadLetters").isNull()).isTrue();
                    assertThat(away.get("services")).isNotEmpty();
                });
            } finally {
                system.close();
            }
        }
    }

    /** Three articles of which one was read, and one dead letter. */
    private void fill(Topics topics) throws Exception {
        List<Topic<?, ?>> all = List.of(
                topics.articles(), topics.ingestDeadLetters(), topics.enrichDeadLetters(), topics.alertsDeadLetters());
        TopicPartition partition = new TopicPartition(topics.articles().name(), 0);
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.getBootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(all.stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), 0, null, new byte[] {1}))
                        .get();
            }
            producer.send(new ProducerRecord<>(
                            topics.enrichDeadLetters().name(), 0, MORNING.toEpochMilli(), null, new byte[] {1}))
                    .get();
            admin.alterConsumerGroupOffsets("vedette-enrich", Map.of(partition, new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }
    }

    private JsonNode get(HttpServer server) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/system")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    /** 600 articles in the last five minutes; nothing is known of alerts. */
    private static final class Some implements Pulse {

        @Override
        public OptionalLong articles(Instant since) {
            return OptionalLong.of(600);
        }

        @Override
        public Canary canary() {
            return new Canary(MORNING, 120L, 1);
        }
    }

    /** Counts how often its component is looked at. */
    private final class Counted implements Service {

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public void start() {
            // nothing to start
        }

        @Override
        public List<Component> components() {
            return List.of(new Component() {
                @Override
                public String name() {
                    return "part";
                }

                @Override
                public CheckResult check() {
                    looks.incrementAndGet();
                    return CheckResult.fail("it is only a test");
                }
            });
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
