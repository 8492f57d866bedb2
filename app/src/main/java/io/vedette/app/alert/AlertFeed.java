package io.vedette.app.alert;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed alerts from the topic, with no group and so no offsets of its own.  For one thread. */
public final class AlertFeed implements AutoCloseable {

    private final AvroSerdes serdes;
    private final KafkaConsumer<String, Alert> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> endsAtStart;

    /** Opens the topic; {@link #stored} or {@link #skipStored} comes first, then {@link #poll}. */
    public AlertFeed(Configuration configuration) {
        serdes = new AvroSerdes(configuration.registry().settings());
        Topic<String, Alert> topic = new Topics(configuration.topics().settings(), serdes).alerts();
        consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                new StringDeserializer(),
                topic.valueSerde().deserializer());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        endsAtStart = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The alerts that were there when this was opened, oldest first within each watch. */
    public List<Alert> stored() {
        List<Alert> stored = new ArrayList<>();
        while (!hasReached(endsAtStart)) {
            stored.addAll(poll(Duration.ofMillis(100)));
        }
        return stored;
    }

    /** Goes on after the alerts that were there when this was opened. */
    public void skipStored() {
        endsAtStart.forEach(consumer::seek);
    }

    /** The next alerts, after waiting that long at most for the first. */
    public List<Alert> poll(Duration timeout) {
        List<Alert> alerts = new ArrayList<>();
        for (ConsumerRecord<String, Alert> alert : consumer.poll(timeout)) {
            if (alert.value() != null) {
                alerts.add(alert.value());
            }
        }
        return alerts;
    }

    /** Whether everything has been given out that is committed now. */
    public boolean isAtEnd() {
        return hasReached(consumer.endOffsets(partitions));
    }

    /** Lets a {@link #poll} in another thread end at once, with an exception. */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        serdes.close();
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
