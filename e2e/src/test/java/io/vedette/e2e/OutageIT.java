package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Broker or registry away: the services say that they are not ready, and go on by themselves once they can. */
@TestInstance(Lifecycle.PER_CLASS)
class OutageIT {

    private static final int ARTICLES = 400;
    private static final int ALERT_EVERY = 10;
    private static final Duration BROKER_OUTAGE = Duration.ofSeconds(10);
    private static final Duration REGISTRY_OUTAGE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private final Ports ports = Ports.from(0);
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    void startServers() throws InterruptedException {
        startRegistry();
        startBroker();
        registry.awaitReady();
    }

    @AfterAll
    void stopServers() {
        broker.close();
        registry.close();
    }

    @Test
    void aBrokerThatIsAwayAtStartAndInBetweenCostsNothingButTime() throws Exception {
        Configuration configuration = configuration("no-broker");
        new TopicSetup(configuration).create();
        List<byte[]> articles = serialized(configuration, ARTICLES);

        broker.close();
        try (RunningPipeline pipeline = RunningPipeline.start(configuration)) {
            awaitNotReady(pipeline);
            startBroker();
            pipeline.awaitReady();
            putWatch(pipeline);

            feed(articles.subList(0, ARTICLES / 2), "no-broker.articles").join();
            awaitCount(pipeline, pipeline.topics().enriched(), 1);
            broker.close();
            CompletableFuture<Void> feeding = feed(articles.subList(ARTICLES / 2, ARTICLES), "no-broker.articles");
            awaitNotReady(pipeline);
            assertStaysNotReady(pipeline, BROKER_OUTAGE);
            startBroker();
            feeding.join();
            pipeline.awaitReady();

            assertEverythingOnce(pipeline);
        }
    }

    @Test
    void aRegistryThatIsAwayMakesNoDeadLettersOfGoodArticlesEvenWithAnEmptySchemaCache() throws Exception {
        Configuration configuration = configuration("no-registry");
        List<byte[]> articles;
        try (RunningPipeline before = RunningPipeline.create(configuration)) {
            putWatch(before.awaitReady());
            articles = serialized(configuration, ARTICLES);
            // Running, but they have yet to see their first article: the schema it was written with is not cached.
            registry.close();
            feed(articles.subList(0, ARTICLES / 2), "no-registry.articles").join();
            awaitNotReady(before);
            assertStaysNotReady(before, REGISTRY_OUTAGE);
        }
        try (RunningPipeline after = RunningPipeline.start(configuration)) {
            feed(articles.subList(ARTICLES / 2, ARTICLES), "no-registry.articles")
                    .join();
            awaitNotReady(after);
            assertStaysNotReady(after, REGISTRY_OUTAGE);
            assertThat(read(after, after.topics().enriched())).isEmpty();
            assertThat(read(after, after.topics().enrichDeadLetters())).isEmpty();

            startRegistry();
            registry.awaitReady();
            after.awaitReady();
            assertEverythingOnce(after);
        }
    }

    private void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), ports);
    }

    private void startRegistry() {
        registry = EmbeddedRegistry.start(folder.resolve("registry"), ports);
    }

    private Configuration configuration(String name) {
        return RunningPipeline.configuration(
                "127.0.0.1:" + ports.broker(), EmbeddedRegistry.url(ports), folder.resolve(name), name);
    }

    private static void awaitNotReady(RunningPipeline pipeline) {
        await().atMost(PATIENCE).until(() -> !pipeline.health().isGood());
    }

    private static void assertStaysNotReady(RunningPipeline pipeline, Duration outage) {
        await().during(outage)
                .atMost(outage.plusSeconds(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !pipeline.health().isGood());
    }

    private static void putWatch(RunningPipeline pipeline) throws InterruptedException {
        var answer = pipeline.api()
                .put("/api/watches/floods", "{\"id\":\"floods\",\"title\":\"Floods\",\"query\":\"floodwaters\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static void assertEverythingOnce(RunningPipeline pipeline) {
        List<ConsumerRecord<String, byte[]>> enriched =
                awaitCount(pipeline, pipeline.topics().enriched(), ARTICLES);
        assertThat(enriched).hasSize(ARTICLES);
        assertThat(enriched.stream().map(ConsumerRecord::key).distinct()).hasSize(ARTICLES);
        assertThat(awaitCount(pipeline, pipeline.topics().alerts(), ARTICLES / ALERT_EVERY))
                .hasSize(ARTICLES / ALERT_EVERY);
        assertThat(awaitCount(pipeline, pipeline.topics().alertsJson(), ARTICLES / ALERT_EVERY))
                .hasSize(ARTICLES / ALERT_EVERY);
        assertThat(read(pipeline, pipeline.topics().enrichDeadLetters())).isEmpty();
        assertThat(read(pipeline, pipeline.topics().alertsDeadLetters())).isEmpty();
    }

    /** What is there once it is that much, and a moment later. */
    private static List<ConsumerRecord<String, byte[]>> awaitCount(
            RunningPipeline pipeline, Topic<?, ?> topic, int count) {
        try (TopicReader<?> reader = new TopicReader<>(pipeline, topic)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(reader.poll()).as(topic.name()).hasSizeGreaterThanOrEqualTo(count));
            return List.copyOf(reader.poll());
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(RunningPipeline pipeline, Topic<?, ?> topic) {
        try (TopicReader<?> reader = new TopicReader<>(pipeline, topic)) {
            return List.copyOf(reader.poll());
        }
    }

    /** Written while the registry is there, sent when it no longer is. */
    private static List<byte[]> serialized(Configuration configuration, int count) {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topic<String, Article> topic = new Topics(configuration.topics().settings(), serdes).articles();
            return IntStream.range(0, count)
                    .mapToObj(i -> topic.valueSerde().serializer().serialize(topic.name(), article(i)))
                    .toList();
        }
    }

    private static Article article(int i) {
        String event = i % ALERT_EVERY == 0 ? "Floodwaters closed" : "A parade closed";
        return Article.newBuilder()
                .setText(event + " bridge " + i + " over the river on Tuesday, officials said.")
                .setPublishedAt(StoriesApart.day(i / ALERT_EVERY))
                .setUrl("https://news.example.org/bridges/" + i)
                .build();
    }

    /** Done when all are committed, however long the broker is away. */
    private CompletableFuture<Void> feed(List<byte[]> articles, String topic) {
        return CompletableFuture.runAsync(() -> {
            Map<String, Object> settings =
                    Map.of("bootstrap.servers", "127.0.0.1:" + ports.broker(), "delivery.timeout.ms", 180_000);
            try (KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
                List<CompletableFuture<Void>> sent = articles.stream()
                        .map(article -> send(producer, new ProducerRecord<>(topic, article)))
                        .toList();
                sent.forEach(CompletableFuture::join);
            }
        });
    }

    private static CompletableFuture<Void> send(
            KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }
}
