package io.vedette.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.config.Configuration;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void settingsGoToTheClientsTheyAreFor() {
        KafkaClients clients = clients(Map.of(
                "kafka.security.protocol", "SSL",
                "kafka.producer.linger.ms", "99",
                "kafka.consumer.fetch.min.bytes", "7",
                "kafka.admin.retries", "3",
                "kafka.streams.num.standby.replicas", "1"));

        assertThat(clients.producer())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("linger.ms", "99")
                .doesNotContainKeys("fetch.min.bytes", "producer.linger.ms", "retries");
        assertThat(clients.consumer("group"))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("fetch.min.bytes", "7")
                .containsEntry("group.id", "group");
        assertThat(clients.admin()).containsEntry("retries", "3");
        assertThat(streams(clients, Map.of()))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("producer.linger.ms", "99")
                .containsEntry("consumer.fetch.min.bytes", "7")
                .containsEntry("admin.retries", "3")
                .containsEntry("num.standby.replicas", "1");
    }

    @Test
    void whatIsGivenForEveryClientGoesBeforeOurDefaults() {
        KafkaClients clients =
                clients(Map.of("kafka.request.timeout.ms", "500", "kafka.default.api.timeout.ms", "1000"));

        assertThat(clients.admin())
                .containsEntry("request.timeout.ms", "500")
                .containsEntry("default.api.timeout.ms", "1000");
        assertThat(clients.producer()).containsEntry("request.timeout.ms", "500");
        assertThat(streams(clients, Map.of()))
                .containsEntry("request.timeout.ms", "500")
                .doesNotContainKey("producer.request.timeout.ms");
    }

    @Test
    void nothingMakesAConsumerReadUncommitted() {
        KafkaClients clients = clients(Map.of("kafka.consumer.isolation.level", "read_uncommitted"));

        assertThat(clients.consumer(null))
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("group.id");
        assertThat(streams(clients, Map.of())).containsEntry("consumer.isolation.level", "read_committed");
    }

    @Test
    void transactionsEndSoonAfterTheirProducer() {
        KafkaClients clients = clients(Map.of());

        assertThat(clients.transactionalProducer("id", Duration.ofSeconds(7)))
                .containsEntry("transactional.id", "id")
                .containsEntry("transaction.timeout.ms", "7000");
        assertThat(streams(clients, Map.of())).containsEntry("producer.transaction.timeout.ms", "10000");
        assertThat(streams(clients, Map.of("enrich.processingGuarantee", "at_least_once")))
                .containsEntry("processing.guarantee", "at_least_once")
                .doesNotContainKey("producer.transaction.timeout.ms");
    }

    @Test
    void aTransactionIsSentWithItsCommitAndAThreadThatWaitsForRecordsCommitsInTime() {
        assertThat(streams(clients(Map.of()), Map.of("enrich.commitInterval", "80ms")))
                .containsEntry("producer.linger.ms", "80")
                .containsEntry("producer.retry.backoff.ms", "10")
                .containsEntry("poll.ms", "20");
        assertThat(streams(clients(Map.of()), Map.of("enrich.processingGuarantee", "at_least_once")))
                .containsEntry("producer.linger.ms", "5")
                .doesNotContainKey("poll.ms");
    }

    @Test
    void onlyANamedInstanceIsAStaticMember() {
        KafkaClients clients = clients(Map.of());

        assertThat(streams(clients, Map.of())).doesNotContainKey("main.consumer.group.instance.id");
        assertThat(streams(clients, Map.of("enrich.instanceId", "enrich-0")))
                .containsEntry("main.consumer.group.instance.id", "enrich-0");
    }

    @Test
    void kafkaStreamsTakesTheSettings() {
        StreamsConfig config = new StreamsConfig(streams(clients(Map.of()), Map.of()));

        assertThat(config.getProducerConfigs("client"))
                .containsEntry("transaction.timeout.ms", "10000")
                .containsEntry("max.request.size", "2097152");
        assertThat(config.getMainConsumerConfigs("group", "client", 0)).containsEntry("session.timeout.ms", "10000");
    }

    private static Properties streams(KafkaClients clients, Map<String, String> settings) {
        return clients.streams(Configuration.of(settings).enrich());
    }

    private static KafkaClients clients(Map<String, String> settings) {
        return new KafkaClients(Configuration.of(settings).kafka());
    }
}
