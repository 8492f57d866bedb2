package io.vedette.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilencesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://silences").withAutoRegister(true));
    private final Topic<String, Feedback> topic = new Topics(TopicSettings.DEFAULTS, serdes).feedback();
    private final TopicPartition partition = new TopicPartition(topic.name(), 0);
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Silences silences = new Silences(topic, this::consumer);

    @AfterEach
    void close() {
        silences.close();
        serdes.close();
    }

    @Test
    void theLastWordOnEachWatchCountsUntilItsEnd() {
        say("SILENCE", "one", null);
        say("SILENCE", "two", NOW.plusSeconds(60));
        say("SILENCE", "three", null);
        say("UNSILENCE", "three", null);
        say("SILENCE", "four", null);
        add("four", null);
        add("poison", new byte[] {7, 7, 7});
        say("ACKNOWLEDGE", "five", null);
        say("SILENCE", "six", null);

        silences.start();

        await().untilAsserted(() -> assertThat(watches(NOW)).containsExactly("one", "six", "two"));
        assertThat(watches(NOW.plusSeconds(60))).containsExactly("one", "six");
    }

    private List<String> watches(Instant now) {
        return silences.at(now).stream().map(Feedback::getWatchId).toList();
    }

    private void say(String what, String watch, Instant until) {
        Feedback feedback = Feedback.newBuilder()
                .setWhat(what)
                .setWatchId(watch)
                .setWho("ada")
                .setAt(NOW)
                .setUntil(until)
                .build();
        add(watch, topic.valueSerde().serializer().serialize(topic.name(), feedback));
    }

    private void add(String key, byte[] value) {
        records.add(new ConsumerRecord<>(topic.name(), 0, records.size(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Node node = new Node(0, "localhost", 9092);
        consumer.updatePartitions(
                topic.name(), List.of(new PartitionInfo(topic.name(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        return consumer;
    }
}
