package io.vedette.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final String TOPIC = "vedette.deliveries";

    @Test
    void isNotWellWhileItMayNotRead() {
        Tail.Followed followed = new Tail.Followed(TOPIC, Tail.Followed.ALL, record -> {});
        try (Tail tail = new Tail(List.of(followed), TailTest::forbidden)) {
            assertThat(tail.check().ok()).isTrue();

            tail.start();

            await().untilAsserted(() -> assertThat(tail.check().ok()).isFalse());
            assertThat(tail.check().toString()).contains(TOPIC);
        }
    }

    private static MockConsumer<byte[], byte[]> forbidden() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, 0L));
        consumer.setPollException(new TopicAuthorizationException(Set.of(TOPIC)));
        return consumer;
    }
}
