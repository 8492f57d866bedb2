package io.vedette.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.file.IngestReport;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.kafka.Submission;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class IngestServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    KafkaCluster cluster;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://ingest").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(3), serdes);
    private Configuration config;
    private FileIngest ingest;

    @BeforeEach
    void createTopics() throws Exception {
        config = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                cluster.getBootstrapServers(),
                "kafka.producer.request.timeout.ms",
                "2000",
                "kafka.producer.delivery.timeout.ms",
                "4000",
                "kafka.producer.max.block.ms",
                "4000",
                "registry.url",
                "mock://ingest",
                "registry.autoRegister",
                "true",
                "ingest.bufferCapacity",
                "20",
                "ingest.batchSize",
                "10",
                "http.port",
                "0"));
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            List<NewTopic> wanted = Stream.of(
                            topics.articles(), topics.ingestState(), topics.sources(), topics.sourceState())
                    .map(Topic::toNewTopic)
                    .toList();
            admin.createTopics(wanted).all().get();
        }
        ArticleWriters writers = new ArticleWriters(config, topics, Clock.systemUTC());
        ingest = new FileIngest(writers, factory(), new IngestMetrics(meters));
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void filesAreReadOnceAndTheirBadLinesReported() throws Exception {
        Path file = folder.resolve("news.jsonl");
        Files.writeString(file, lines(0, 25) + "{broken\n" + "{\"text\": \" \"}\n" + lines(25, 30));
        List<BadInput> bad = new ArrayList<>();

        IngestReport first = ingest.run(List.of(file), new Rejections(bad));
        IngestReport second = ingest.run(List.of(file), IngestListener.NONE);
        Files.writeString(file, Files.readString(file) + lines(30, 32));
        IngestReport third = ingest.run(List.of(folder.resolve("news.jsonl")), IngestListener.NONE);

        assertThat(first).isEqualTo(new IngestReport(32, 30, 2, 0));
        assertThat(second).isEqualTo(new IngestReport(0, 0, 0, 32));
        assertThat(third).isEqualTo(new IngestReport(2, 2, 0, 32));
        assertThat(bad).extracting(BadInput::line).containsExactly(26L, 27L);
        assertThat(articles()).hasSize(32).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(progress()).satisfies(last -> {
            assertThat(last.getRead()).isEqualTo(34);
            assertThat(last.getRejected()).isEqualTo(2);
            assertThat(last.getFinished()).isTrue();
        });
        assertThat(meters.counter(MetricNames.ARTICLES_WRITTEN, "source", "file")
                        .count())
                .isEqualTo(32);
    }

    @Test
    void aFolderIsReadWithAllItsFormats() throws Exception {
        Files.writeString(folder.resolve("a.json"), "[{\"text\": \"One.\"}, {\"text\": \"Two.\"}]");
        Files.writeString(folder.resolve("b.txt"), "Three.");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.jsonl.gz")))) {
            out.write(lines(0, 3).getBytes(UTF_8));
        }
        Files.writeString(folder.resolve("d.html"), "<title>Five</title><p>" + "A long paragraph, it is. ".repeat(30));
        Files.writeString(folder.resolve("e.jsonl.gz"), "not packed");
        Files.writeString(folder.resolve("ignored.pdf"), "%PDF");

        IngestReport report = ingest.run(List.of(folder), IngestListener.NONE);

        assertThat(report).isEqualTo(new IngestReport(8, 7, 1, 0));
        assertThat(articles()).extracting(record -> record.value().getTitle()).contains("b", "Five");
    }

    @Test
    void articlesCarryTheirIdAndHeaders() throws Exception {
        ingest.run("seeds", new StringReader(lines(0, 1)), IngestListener.NONE);

        ConsumerRecord<String, Article> record = articles().get(0);

        assertThat(record.key()).isEqualTo(record.value().getId());
        assertThat(header(record, "ce_id")).isEqualTo(record.key());
        assertThat(header(record, "ce_type")).isEqualTo("io.vedette.article");
        assertThat(header(record, "content-type")).isEqualTo("application/avro");
    }

    @Test
    void aPostIsAnsweredOnceItIsCommitted() throws Exception {
        try (Posts posts = new Posts(config, topics)) {
            Posts.Answer one = posts.post("{\"text\": \"One.\", \"url\": \"https://example.com/1\"}");
            Posts.Answer several = posts.post("[{\"text\": \"Two.\"}, {\"text\": \"Three.\"}]");
            Posts.Answer mixed = posts.post("{\"text\": \"Four.\"}\n{oops\n{\"text\": \"\"}\n");
            Posts.Answer packed = posts.postGzip(gzip("{\"text\": \"Five.\"}"));

            assertThat(one.status()).isEqualTo(202);
            assertThat(articles()).hasSize(5);
            assertThat(articles())
                    .extracting(ConsumerRecord::key)
                    .contains(one.body().at("/ids/0").asText());
            assertThat(several.body().get("ids")).hasSize(2);
            assertThat(mixed.status()).isEqualTo(202);
            assertThat(mixed.body().at("/errors/0/line").asInt()).isEqualTo(2);
            assertThat(mixed.body().at("/errors/1/line").asInt()).isEqualTo(3);
            assertThat(packed.status()).isEqualTo(202);
        }
    }

    @Test
    void aPostWithoutAGoodArticleIsRefusedWithThePlace() throws Exception {
        try (Posts posts = new Posts(config, topics)) {
            Posts.Answer malformed = posts.post("[{\"text\": \"One.\"},\n {oops}]");
            Posts.Answer empty = posts.post("{\"text\": \"\"}");

            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.contentType()).startsWith("application/problem+json");
            assertThat(malformed.body().get("line").asInt()).isEqualTo(2);
            assertThat(malformed.body().get("column").asInt()).isEqualTo(3);
            assertThat(empty.status()).isEqualTo(400);
            assertThat(empty.body().get("detail").asText()).contains("text is empty");
            assertThat(posts.post("").status()).isEqualTo(400);
            assertThat(articles()).isEmpty();
        }
    }

    @Test
    void aBrokerThatIsAwayIsSaidSoAndLosesAndDoublesNothing() throws Exception {
        ArticleFactory factory = factory();
        try (ArticleWriter writer = new ArticleWriters(config, topics, Clock.systemUTC()).open("outage")) {
            writer.put(submission(factory, 0, 1)).get();
            cluster.stopNodes(node -> true, TerminationStyle.ABRUPT);

            CompletableFuture<Void> waiting = writer.put(submission(factory, 1, 16));
            CompletableFuture<Void> behind = writer.offer(submission(factory, 16, 20));
            // well before each of the batch's records has had its own time-out
            await().atMost(Duration.ofSeconds(15)).until(() -> !writer.check().ok());
            cluster.startNodes(node -> true);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(behind).isCompleted());
            assertThat(waiting).isCompleted();
            assertThat(writer.check().ok()).isTrue();
        }
        assertThat(articles()).hasSize(20).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(progress().getRead()).isEqualTo(20);
    }

    @Test
    void withoutItsTopicsItDoesNotStartAndSaysWhatToDo() {
        Configuration elsewhere = Configuration.of(Map.of("topics.prefix", "missing."));
        Topics missing = new Topics(elsewhere.topics().settings(), serdes);
        try (IngestService service = new IngestService(config, missing, meters, Clock.systemUTC())) {
            assertThatThrownBy(service::start)
                    .isInstanceOfSatisfying(StartupException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.CONFIG))
                    .hasMessageContaining("missing.articles, missing.ingest-state")
                    .hasMessageContaining("vedette topics create");
        }
    }

    @Test
    void aSecondProcessOnTheSameSourceStopsTheFirst() throws Exception {
        ArticleFactory factory = factory();
        ArticleWriters writers = new ArticleWriters(config, topics, Clock.systemUTC());
        try (ArticleWriter first = writers.open("same");
                ArticleWriter second = writers.open("same")) {
            second.progressAtStart().get();
            first.progressAtStart().get();
            second.put(submission(factory, 0, 1))
                    .handle((done, failure) -> failure)
                    .get();
            CompletableFuture<Void> late = first.put(submission(factory, 0, 1));
            await().atMost(PATIENCE).until(late::isDone);
        }
        assertThat(articles()).hasSize(1);
    }

    private static Submission submission(ArticleFactory factory, int from, int to) throws Exception {
        List<Article> articles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            articles.add(factory.of(ArticleInput.of(null, "Text " + i)));
        }
        return new Submission(articles, Integer.toString(to), articles.size(), 0, false);
    }

    private static ArticleFactory factory() {
        return new ArticleFactory(10_000, Clock.systemUTC());
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, to)
                .forEach(i -> lines.append("{\"text\": \"Text ").append(i).append("\"}\n"));
        return lines.toString();
    }

    private List<ConsumerRecord<String, Article>> articles() {
        return committed(topics.articles());
    }

    private IngestProgress progress() {
        List<ConsumerRecord<String, IngestProgress>> all = committed(topics.ingestState());
        return all.get(all.size() - 1).value();
    }

    private <V> List<ConsumerRecord<String, V>> committed(Topic<String, V> topic) {
        Properties settings = new KafkaClients(config.kafka()).consumer(null);
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = written(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Where the partitions end, with what is committed though its marker is still on its way. */
    private Map<TopicPartition, Long> written(List<TopicPartition> partitions) {
        Properties settings = new KafkaClients(config.kafka()).consumer(null);
        settings.setProperty("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private record Rejections(List<BadInput> bad) implements IngestListener {

        @Override
        public void rejected(BadInput input) {
            bad.add(input);
        }
    }
}
