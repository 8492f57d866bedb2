package io.vedette.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed on the pipeline's topics, each record once, and enters it into the ledger. */
final class Follower implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of(
            "vedette.enriched",
            "vedette.alerts",
            "vedette.alerts.json",
            "vedette.enrich.dead-letters",
            "vedette.alerts.dead-letters");

    private final Ledger ledger;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::follow, "follower");

    Follower(String bootstrapServers, Ledger ledger) {
        this.ledger = ledger;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
        consumer.close();
    }

    private void follow() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::enter);
            }
        } catch (WakeupException e) {
            // It is being closed.
        }
    }

    private void enter(ConsumerRecord<String, byte[]> read) {
        switch (read.topic()) {
            case "vedette.enriched":
                ledger.enriched(read.key());
                break;
            case "vedette.alerts":
                ledger.alert(header(read, "ce_id"));
                break;
            case "vedette.alerts.json":
                JsonNode alert = json(read.value());
                ledger.alertAsJson(
                        alert.path("id").asText(), alert.path("articleId").asText());
                break;
            default:
                ledger.deadLetter();
        }
    }

    private static String header(ConsumerRecord<?, ?> read, String name) {
        Header header = read.headers().lastHeader(name);
        return header == null ? "without " + name : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException("a record of alerts.json is no JSON", e);
        }
    }
}
