package io.vedette.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTopicTest {

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://audit").withAutoRegister(true));
    private final Topic<String, AuditEntry> topic = new Topics(TopicSettings.DEFAULTS, serdes).audit();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, AuditEntry> producer = new MockProducer<>(
            true, null, topic.keySerde().serializer(), topic.valueSerde().serializer());

    @AfterEach
    void stop() {
        serdes.close();
    }

    @Test
    void whatWaitsIsWrittenBeforeItCloses() {
        try (AuditTopic audit = new AuditTopic(topic, () -> producer, 10, meters)) {
            audit.record(entry("anna"));
            audit.record(entry("ben"));
        }

        assertThat(producer.history()).extracting(record -> record.key()).containsExactly("anna", "ben");
        assertThat(producer.history()).extracting(record -> record.topic()).containsOnly("vedette.audit");
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void whatFindsNoRoomIsCountedAndHoldsNobodyUp() {
        CountDownLatch away = new CountDownLatch(1);
        try (AuditTopic audit = new AuditTopic(topic, () -> awaiting(away), 2, meters)) {
            for (int i = 0; i < 10; i++) {
                audit.record(entry("anna"));
            }

            // two wait, and one may be on its way
            assertThat(lost()).isBetween(7.0, 8.0);
            away.countDown();
        }
        assertThat(producer.history().size() + lost()).isEqualTo(10);
    }

    @Test
    void whatKafkaDoesNotTakeIsCountedAndTheNextIsTriedAgain() {
        MockProducer<String, AuditEntry> failing = new MockProducer<>(
                false, null, topic.keySerde().serializer(), topic.valueSerde().serializer());
        try (AuditTopic audit = new AuditTopic(topic, () -> failing, 10, meters)) {
            audit.record(entry("anna"));
            Awaitility.await().until(() -> failing.errorNext(new KafkaException("away")));
            audit.record(entry("ben"));
            Awaitility.await().until(failing::completeNext);
        }

        assertThat(lost()).isEqualTo(1);
    }

    private MockProducer<String, AuditEntry> awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return producer;
    }

    private double lost() {
        return meters.counter(MetricNames.AUDIT_LOST).count();
    }

    private static AuditEntry entry(String who) {
        return AuditEntry.newBuilder().setWho(who).build();
    }
}
