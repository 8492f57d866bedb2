package io.vedette.bench.pipeline;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads committed records from now on, as any subscriber would, in a thread of its own, and notes when it saw which.
 * Alerts always; what comes before them only if told so, since that costs time on the processor.
 */
final class Witness implements AutoCloseable {

    private final Topics topics;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Hop> hops = new LinkedHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "witness");
    private final List<Sighting> sightings = new ArrayList<>();
    private long lastAlert = System.nanoTime();

    /**
     * A record that was seen.
     *
     * @param article its id
     * @param watch its id, where the record is about one; else empty
     * @param nanos when, as {@link System#nanoTime}
     * @param appended when the broker took the article, in milliseconds since 1970, if the record tells; else 0
     */
    record Sighting(Hop hop, String article, String watch, long nanos, long appended) {}

    /** @param all whether to read every hop */
    Witness(Configuration configuration, Topics topics, boolean all) {
        this.topics = topics;
        hops.put(topics.alerts().name(), Hop.ALERT);
        if (all) {
            hops.put(topics.enriched().name(), Hop.ENRICH);
            hops.put(topics.stories().name(), Hop.STORY);
            hops.put(configuration.alerts().applicationId() + "-matches-repartition", Hop.MATCH);
        }
        consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = hops.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** All that was seen so far, once no alert has come for so long. */
    List<Sighting> onceQuiet(Duration quiet) throws InterruptedException {
        while (!isQuiet(quiet)) {
            Thread.sleep(50);
        }
        synchronized (this) {
            return List.copyOf(sightings);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing.set(true);
        thread.join();
    }

    private synchronized boolean isQuiet(Duration quiet) {
        return System.nanoTime() - lastAlert > quiet.toNanos();
    }

    private void run() {
        try (consumer) {
            while (!closing.get()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(10))) {
                    note(record, System.nanoTime());
                }
            }
        }
    }

    private synchronized void note(ConsumerRecord<String, byte[]> record, long now) {
        Hop hop = hops.get(record.topic());
        if (hop == Hop.ALERT) {
            Alert alert = topics.alerts().valueSerde().deserializer().deserialize(record.topic(), record.value());
            lastAlert = now;
            sightings.add(new Sighting(
                    hop,
                    alert.getArticleId(),
                    record.key(),
                    now,
                    alert.getAcceptedAt().toEpochMilli()));
        } else if (hop == Hop.MATCH) {
            Match match = topics.matches().valueSerde().deserializer().deserialize(record.topic(), record.value());
            if (match.getAlert() != null && match.getProgress() == null) {
                sightings.add(new Sighting(hop, match.getAlert().getArticleId(), record.key(), now, 0));
            }
        } else if (hop != null) {
            sightings.add(new Sighting(hop, record.key(), "", now, 0));
        }
    }
}
