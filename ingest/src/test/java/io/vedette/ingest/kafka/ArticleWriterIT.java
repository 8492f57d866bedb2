package io.vedette.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class ArticleWriterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PARTITIONS = 3;

    KafkaCluster cluster;

    private final ArticleFactory factory = new ArticleFactory(10_000, Clock.systemUTC());
    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://writer").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(PARTITIONS), serdes);
    private final List<String> ids = IntStream.range(0, 100)
            .mapToObj(i -> "source-" + i)
            .filter(id -> WriterScope.partitionOf(id, PARTITIONS) == 1)
            .limit(3)
            .toList();
    private Configuration config;
    private ArticleWriters writers;

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
                "4000"));
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            List<NewTopic> wanted = Stream.of(topics.articles(), topics.ingestState(), topics.sourceState())
                    .map(Topic::toNewTopic)
                    .toList();
            admin.createTopics(wanted).all().get();
        }
        writers = new ArticleWriters(config, topics, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void theSourcesOfAPartitionShareAWriterAndItsSuccessorGoesOnWhereTheyWere() throws Exception {
        try (ArticleWriter writer = open()) {
            CompletableFuture.allOf(
                            writer.put(step(0, "first")), writer.put(step(1, "first")), writer.put(step(0, "second")))
                    .get();
            writer.put(step(2, "first")).get();
            writer.put(Submission.forget(ids.get(2))).get();
        }
        try (ArticleWriter successor = open()) {
            assertThat(successor.progress(ids.get(0)))
                    .map(IngestProgress::getPosition)
                    .contains("second");
            assertThat(successor.progress(ids.get(0)))
                    .map(IngestProgress::getRead)
                    .contains(2L);
            assertThat(successor.progress(ids.get(1)))
                    .map(IngestProgress::getPosition)
                    .contains("first");
            assertThat(successor.progress(ids.get(2))).isEmpty();
            assertThat(successor.sourcesWithState()).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
            assertThat(successor.state(ids.get(0))).map(SourceState::getReason).contains("second");
        }
        assertThat(committed(topics.articles())).hasSize(4);
        assertThat(committed(topics.ingestState()).keySet()).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    }

    @Test
    void aBrokerThatIsAwayLosesAndDoublesNothingOfSeveralSources() throws Exception {
        try (ArticleWriter writer = open()) {
            writer.put(step(0, "first")).get();
            cluster.stopNodes(node -> true, TerminationStyle.ABRUPT);

            CompletableFuture<Void> one = writer.put(step(0, "second"));
            CompletableFuture<Void> other = writer.put(step(1, "first"));
            await().atMost(PATIENCE).until(() -> !writer.check().ok());
            cluster.startNodes(node -> true);
            CompletableFuture.allOf(one, other).get();
        }
        assertThat(committed(topics.articles())).hasSize(3);
        assertThat(committed(topics.ingestState())).hasSize(2).allSatisfy((id, progress) -> assertThat(
                        progress.getPosition())
                .isEqualTo(id.equals(ids.get(0)) ? "second" : "first"));
    }

    @Test
    void whoLostItsPartitionNeverWritesAgainWhateverTheSource() throws Exception {
        try (ArticleWriter former = open();
                ArticleWriter now = open()) {
            former.progress(ids.get(0));
            now.put(step(0, "of the new owner")).get();

            CompletableFuture<Void> late = former.put(step(1, "late"));

            await().atMost(PATIENCE).until(late::isDone);
            assertThat(late)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(SourceMovedException.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(former.ended()).isCompletedExceptionally());
            // the former one cut it off, and it goes on all the same: nothing was written behind its back
            now.put(step(0, "goes on")).get();
        }
        assertThat(committed(topics.articles())).hasSize(2);
    }

    private ArticleWriter open() throws Exception {
        ArticleWriter writer = writers.createForPartition(1, PARTITIONS);
        writer.start();
        writer.ready().get();
        return writer;
    }

    private Submission step(int source, String position) throws Exception {
        Article article = factory.of(ArticleInput.of(null, source + " " + position));
        SourceState state = SourceState.newBuilder().build();
        state.setSourceId(ids.get(source));
        state.setReason(position);
        return new Submission(List.of(article), position, 1, 0, false).of(ids.get(source), state);
    }

    private <V> Map<String, V> committed(Topic<String, V> topic) {
        Map<String, Object> settings = new HashMap<>();
        new KafkaClients(config.kafka()).consumer(null).forEach((key, value) -> settings.put((String) key, value));
        return new CommittedReader(settings, PATIENCE).read(topic, partition -> true, key -> true);
    }
}
