package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.vedette.schemas.Article;
import io.vedette.schemas.TrustedRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that matters most: broker, registry and services killed with -9, and nobody can tell afterwards. */
class CrashRecoveryIT {

    private static final int ARTICLES = 20_000;
    private static final int ALERT_EVERY = 20;
    private static final int BASE_PORT = 18_080;
    private static final String BROKER = "127.0.0.1:" + (BASE_PORT + 1012);
    private static final Duration FIRST_ALERT_WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void everyArticleAndEveryAlertOnceAfterKillingEverything() throws Exception {
        VedetteProcess first = start();
        awaitReady(first);
        putWatch(first);
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(CrashRecoveryIT::feed);
        awaitSome("vedette.alerts");
        first.kill();

        long restarted = System.nanoTime();
        Duration firstAlert;
        try (VedetteProcess second = start()) {
            try (CommittedReader alerts = awaitReader("vedette.alerts")) {
                await().atMost(FIRST_ALERT_WITHIN)
                        .untilAsserted(() -> assertThat(alerts.pollNew()).isNotEmpty());
                firstAlert = Duration.ofNanos(System.nanoTime() - restarted);

                feeding.get();
                assertOnce("vedette.enriched", ARTICLES);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(alerts.poll().size()).isEqualTo(ARTICLES / ALERT_EVERY));
            }
            assertOnce("vedette.alerts.json", ARTICLES / ALERT_EVERY);
            assertThat(second.isReady()).isTrue();
            assertThat(firstAlert).as(second.log()).isLessThan(FIRST_ALERT_WITHIN);
        }
    }

    private VedetteProcess start() throws Exception {
        return VedetteProcess.start(
                folder,
                BASE_PORT,
                "up",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(BASE_PORT));
    }

    private static void awaitReady(VedetteProcess vedette) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(vedette.isAlive()).as(vedette.log()).isTrue();
            assertThat(vedette.isReady()).isTrue();
        });
    }

    private static void putWatch(VedetteProcess vedette) throws Exception {
        var response = vedette.put(
                "/api/watches/floods",
                "{\"id\":\"floods\",\"title\":\"Floods\",\"query\":\"\\\"rising floodwaters\\\"\",\"severity\":\"WARNING\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static void feed() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "bootstrap.servers", BROKER,
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "20",
                "delivery.timeout.ms", "180000",
                "key.serializer", StringSerializer.class.getName(),
                "value.serializer", KafkaAvroSerializer.class.getName(),
                "schema.registry.url", "http://127.0.0.1:" + (BASE_PORT + 1) + "/apis/ccompat/v7",
                "auto.register.schemas", "false",
                "avro.remove.java.properties", "true"));
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(properties)) {
            List<Future<RecordMetadata>> sent = IntStream.range(0, ARTICLES)
                    .mapToObj(i -> producer.send(new ProducerRecord<>("vedette.articles", article(i))))
                    .toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("an article was not taken, so it can't be expected", e);
        }
    }

    private static Article article(int i) {
        String event = i % ALERT_EVERY == 0 ? "Rising floodwaters closed" : "A parade closed";
        return Article.newBuilder()
                .setText(event + " bridge " + i + " over the river near Melitopol on Tuesday, officials said. "
                        + "Traffic was sent over road " + (i % 97) + " until the evening.")
                .setTitle("Bridge " + i)
                .setPublishedAt(StoriesApart.day(i / ALERT_EVERY))
                .setUrl("https://news.example.org/bridges/" + i)
                .build();
    }

    private static void awaitSome(String topic) {
        try (CommittedReader reader = new CommittedReader(BROKER, topic)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(reader.poll()).hasSizeGreaterThan(50));
        }
    }

    /** The broker comes back before the services do. */
    private static CommittedReader awaitReader(String topic) {
        return await().atMost(FIRST_ALERT_WITHIN)
                .ignoreExceptions()
                .until(() -> new CommittedReader(BROKER, topic), reader -> reader != null);
    }

    private static void assertOnce(String topic, int count) {
        try (CommittedReader reader = new CommittedReader(BROKER, topic)) {
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(
                            () -> assertThat(reader.poll().size()).as(topic).isGreaterThanOrEqualTo(count));
            List<ConsumerRecord<String, byte[]>> records = reader.poll();
            assertThat(records.size()).as(topic).isEqualTo(count);
            if (topic.endsWith("enriched")) {
                assertThat(records.stream().map(ConsumerRecord::key).distinct()).hasSize(count);
            }
        }
    }
}
