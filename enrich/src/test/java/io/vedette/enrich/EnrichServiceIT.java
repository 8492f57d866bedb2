package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.records.StoryMapper;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Lane;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.article.ArticleId;
import io.vedette.text.story.MemoryLog;
import io.vedette.text.story.StoryAssigner;
import io.vedette.text.story.StorySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class EnrichServiceIT {

    private static final int PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    KafkaCluster cluster;

    private final String registry = "mock://" + UUID.randomUUID();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Configuration configuration;
    private AvroSerdes serdes;
    private Topics topics;

    @BeforeEach
    void configure() {
        configuration = configuration("one");
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void eachArticleComesOutOnceAtHomeWhateverKeysAndPartitionsItCameWithAndWhileAnInstanceStops() throws Exception {
        create();
        List<String> texts = IntStream.range(0, 600)
                .mapToObj(i -> "Article number " + i + ".")
                .toList();
        try (EnrichService one = service("one")) {
            one.start();
            try (EnrichService two = service("two")) {
                two.start();
                sendThreeTimes(texts.subList(0, 300));
                await().atMost(PATIENCE).until(() -> processed() >= 300);
            }
            sendThreeTimes(texts.subList(300, 600));
            await().atMost(PATIENCE).until(() -> processed() >= 3 * 600);
        }

        List<ConsumerRecord<String, EnrichedArticle>> enriched = enriched();

        assertThat(enriched)
                .extracting(record -> record.value().getArticle().getText())
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(enriched).allSatisfy(record -> {
            String id = ArticleId.of(null, record.value().getArticle().getText());
            assertThat(record.key()).isEqualTo(id);
            assertThat(record.partition()).isEqualTo(HomePartition.of(id, PARTITIONS));
        });
        assertThat(enriched).extracting(ConsumerRecord::partition).contains(0, 1, 2, 3, 4, 5);
    }

    @Test
    void storiesAreThoseThatTheLogGivesWhoeverAssignedThemAndWhileInstancesComeAndGo() throws Exception {
        create();
        List<String> texts =
                IntStream.range(0, 400).mapToObj(EnrichServiceIT::report).toList();
        try (EnrichService one = service("one")) {
            one.start();
            sendThreeTimes(texts.subList(0, 100));
            await().atMost(PATIENCE).until(() -> assigned() >= 100);
            try (EnrichService two = service("two")) {
                two.start();
                sendThreeTimes(texts.subList(100, 200));
                await().atMost(PATIENCE).until(() -> assigned() >= 200);
            }
            sendThreeTimes(texts.subList(200, 300));
            await().atMost(PATIENCE).until(() -> assigned() >= 300);
        }
        try (EnrichService three = service("three")) {
            three.start();
            sendThreeTimes(texts.subList(300, 400));
            await().atMost(PATIENCE).until(() -> assigned() >= 400);
        }

        Map<String, Story> stories =
                read(topics.stories()).stream().collect(Collectors.toMap(ConsumerRecord::key, ConsumerRecord::value));

        StoryAssigner replay = new StoryAssigner(StorySettings.DEFAULTS, new MemoryLog());
        Map<String, Story> replayed = read(topics.fingerprints()).stream()
                .collect(Collectors.toMap(
                        ConsumerRecord::key,
                        record -> StoryMapper.story(
                                record.key(),
                                replay.assign(
                                        record.key(),
                                        StoryMapper.fingerprint(record.value()),
                                        Instant.ofEpochMilli(record.timestamp())))));
        assertThat(stories).hasSize(400).isEqualTo(replayed);
        assertThat(stories.values().stream().map(Story::getStoryId).distinct()).hasSizeLessThan(200);
    }

    /** Ten reports of each of forty events. */
    private static String report(int i) {
        int event = i % 40;
        return "A fire in the harbour of Town" + event + " has destroyed warehouse number " + (100 + event)
                + ", mayor Surname" + event + " of Town" + event + " said. Report number " + i + '.';
    }

    private double assigned() {
        return meters.counter(MetricNames.STORIES_BEGUN).count()
                + meters.get(MetricNames.STORIES_JOINED).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum();
    }

    @Test
    void withoutItsTopicsItDoesNotStartAndSaysWhatToDo() {
        try (EnrichService service = service("one")) {
            assertThatThrownBy(service::start)
                    .isInstanceOfSatisfying(StartupException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.CONFIG))
                    .hasMessageContaining("vedette.articles")
                    .hasMessageContaining("vedette topics create");
        }
    }

    private double processed() {
        return meters.counter(MetricNames.ARTICLES_ENRICHED, "lane", "live").count()
                + meters.counter(MetricNames.ARTICLES_REPEATED, "lane", "live").count();
    }

    private EnrichService service(String instance) {
        return new EnrichService(Lane.LIVE, configuration(instance), meters, TestTaggers::capitalisedWords);
    }

    private Configuration configuration(String instance) {
        return Configuration.of(Map.of(
                "kafka.bootstrap.servers", cluster.getBootstrapServers(),
                "registry.url", registry,
                "topics.partitions", Integer.toString(PARTITIONS),
                "enrich.stateDir", folder.resolve(instance).toString()));
    }

    private void create() throws Exception {
        createTopics();
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        registration.register(topics.all());
        registration.register(topics.internal());
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(new KafkaClients(configuration.kafka()).admin())) {
            admin.createTopics(List.of(
                            topics.articles().toNewTopic(),
                            topics.enriched().toNewTopic(),
                            topics.fingerprints().toNewTopic(),
                            topics.stories().toNewTopic(),
                            topics.articleHistory().toNewTopic(),
                            topics.enrichDeadLetters().toNewTopic()))
                    .all()
                    .get();
        }
    }

    /** Without a key wherever the producer likes, with another's key, and as librdkafka would place it. */
    private void sendThreeTimes(List<String> texts) {
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                new KafkaClients(configuration.kafka()).producer(),
                new StringSerializer(),
                topics.articles().valueSerde().serializer())) {
            for (String text : texts) {
                String id = ArticleId.of(null, text);
                producer.send(record(null, null, text));
                producer.send(record(null, "foreign " + text, text));
                producer.send(record(crc32(id) % PARTITIONS, id, text));
            }
        }
    }

    private ProducerRecord<String, Article> record(@Nullable Integer partition, @Nullable String key, String text) {
        Article article = Article.newBuilder().setText(text).build();
        return new ProducerRecord<>(topics.articles().name(), partition, key, article);
    }

    private static int crc32(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() & 0x7fffffff);
    }

    private List<ConsumerRecord<String, EnrichedArticle>> enriched() {
        return read(topics.enriched());
    }

    /** All that is committed, in the order of each partition. */
    private <V> List<ConsumerRecord<String, V>> read(Topic<String, V> topic) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer())) {
            Set<TopicPartition> partitions = IntStream.range(0, topic.settings().partitions())
                    .mapToObj(p -> new TopicPartition(topic.name(), p))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
