package io.vedette.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class WatchedFolderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    KafkaCluster cluster;

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://folder").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(3), serdes);
    private Configuration config;
    private Written written;

    @BeforeEach
    void createTopics() throws Exception {
        config = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                cluster.getBootstrapServers(),
                "registry.url",
                "mock://folder",
                "registry.autoRegister",
                "true",
                "http.port",
                "0",
                "ingest.folders.0.path",
                folder.toString(),
                "ingest.folders.0.settle",
                "200ms",
                "ingest.folders.0.interval",
                "50ms"));
        written = new Written(config, topics);
        written.createTopics();
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void whatIsPutInIsReadAndMovedAway() throws Exception {
        try (Posts running = new Posts(config, topics)) {
            Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"One.\"}\n{oops\n{\"text\": \"Two.\"}\n");
            Files.writeString(folder.resolve("b.jsonl.gz"), "not packed");
            Files.writeString(folder.resolve("c.jsonl.part"), "{\"text\": \"Not yet.\"}\n");

            awaitFile("done/a.jsonl");
            awaitFile("failed/b.jsonl.gz");
            assertThat(folder.resolve("failed/b.jsonl.gz.reason"))
                    .content()
                    .contains("b.jsonl.gz: can't be read")
                    .contains("0 articles taken");
            assertThat(folder.resolve("c.jsonl.part")).exists();

            // another file of the same name is another file
            Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"Three.\"}\n");
            awaitFile("done/2-a.jsonl");
        }
        assertThat(written.articles())
                .extracting(record -> record.value().getText())
                .containsExactlyInAnyOrder("One.", "Two.", "Three.");
    }

    @Test
    void aFileThatWasReadButNotMovedIsOnlyMoved() throws Exception {
        try (Posts running = new Posts(config, topics)) {
            Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");
            awaitFile("done/a.jsonl");
        }
        // as if the process had been killed behind the commit
        Files.move(folder.resolve("done/a.jsonl"), folder.resolve("a.jsonl"));
        try (Posts again = new Posts(config, topics)) {
            awaitFile("done/a.jsonl");
            Files.writeString(folder.resolve("b.jsonl"), "{\"text\": \"Three.\"}\n");
            awaitFile("done/b.jsonl");
        }
        assertThat(written.articles())
                .hasSize(3)
                .extracting(ConsumerRecord::key)
                .doesNotHaveDuplicates();
    }

    private void awaitFile(String name) {
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(name)));
    }
}
