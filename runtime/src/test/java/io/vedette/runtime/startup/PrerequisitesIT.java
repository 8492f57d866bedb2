package io.vedette.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class PrerequisitesIT {

    KafkaCluster cluster;

    private final Map<String, String> settings = new HashMap<>();
    private AvroSerdes serdes;
    private Topics topics;

    @BeforeEach
    void configure() {
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        settings.put("registry.url", "mock://" + UUID.randomUUID());
        settings.put("topics.partitions", "3");
        Configuration configuration = Configuration.of(settings);
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void whatIsMissingIsNamedWithTheCommandThatCreatesIt() throws Exception {
        assertWrong("enrich: Kafka has no topic vedette.articles, vedette.enriched; run: vedette topics create");

        createTopics();
        assertWrong("enrich: the schema registry has no schema of this version for vedette.articles-value,"
                + " vedette.enriched-value; run: vedette topics create");

        register();
        assertThat(prerequisites().check())
                .containsOnly(Map.entry("vedette.articles", 3), Map.entry("vedette.enriched", 3));
    }

    @Test
    void schemasThatProducersRegisterThemselvesAreNotAskedFor() throws Exception {
        createTopics();
        settings.put("registry.autoRegister", "true");

        assertThat(prerequisites().check()).hasSize(2);
    }

    @Test
    void anotherNumberOfPartitionsIsNamedWithTheSettingWhereItMatters() throws Exception {
        createTopics();
        register();
        settings.put("topics.partitions", "6");
        Configuration configuration = Configuration.of(settings);
        Topics six = new Topics(configuration.topics().settings(), serdes);
        List<Topic<?, ?>> needed = List.of(six.articles());

        assertThat(new Prerequisites("alerts", configuration, needed).check()).containsEntry("vedette.articles", 3);
        assertThatThrownBy(() -> new Prerequisites("alerts", configuration, needed, needed).check())
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "alerts: vedette.articles has 3 partitions and not 6; set topics.partitions to what it has");
    }

    /** Nothing listens on port 1. */
    @Test
    void whatIsAwayMayComeBack() throws Exception {
        createTopics();
        settings.put("registry.url", "http://127.0.0.1:1");
        assertThatThrownBy(() -> prerequisites().check()).isInstanceOf(IOException.class);

        settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
        assertThatThrownBy(() -> prerequisites().check())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Kafka does not answer");
        assertThatCode(() -> prerequisites().checkIfReachable()).doesNotThrowAnyException();
    }

    private void assertWrong(String message) {
        assertThatThrownBy(() -> prerequisites().checkIfReachable())
                .isInstanceOfSatisfying(
                        StartupException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG))
                .hasMessage(message);
    }

    private Prerequisites prerequisites() {
        return new Prerequisites("enrich", Configuration.of(settings), List.of(topics.articles(), topics.enriched()));
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            admin.createTopics(List.of(
                            topics.articles().toNewTopic(), topics.enriched().toNewTopic()))
                    .all()
                    .get();
        }
    }

    private void register() throws Exception {
        new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE").register(topics.all());
    }
}
