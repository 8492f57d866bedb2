package io.vedette.bench.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Articles at a fixed rate, whatever comes back, and for each the time from when it was due to when a reader of
 * committed records saw its alert: a backlog shows, as it would to a user (Gil Tene's "coordinated omission" is avoided).
 */
final class OpenLoop {

    private static final int WARM_UP_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OpenLoop() {}

    /** Milliseconds from due to alert, one for each article. */
    static double[] run(Corpus corpus, ProcessingGuarantee guarantee, int perSecond, int seconds) throws Exception {
        int warmUp = Math.min(WARM_UP_SECONDS * perSecond, corpus.articles().size() / 2);
        int measured = Math.min(seconds * perSecond, corpus.articles().size() - warmUp);
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("open-loop", guarantee);
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
                Topics topics = new Topics(configuration.topics().settings(), serdes);
                try (Feeder feeder = new Feeder(configuration, topics)) {
                    feeder.watch(Corpus.MARKER);
                    try (RunningServices running = RunningServices.start(configuration, true)) {
                        load(configuration, topics, feeder, corpus.articles().subList(0, warmUp), perSecond);
                        return load(
                                configuration,
                                topics,
                                feeder,
                                corpus.articles().subList(warmUp, warmUp + measured),
                                perSecond);
                    }
                }
            }
        }
    }

    private static double[] load(
            Configuration configuration, Topics topics, Feeder feeder, List<Article> articles, int perSecond)
            throws Exception {
        Map<String, Long> due = new ConcurrentHashMap<>();
        CompletableFuture<double[]> latencies;
        KafkaConsumer<String, String> alerts = alerts(configuration, topics);
        latencies = CompletableFuture.supplyAsync(() -> collect(alerts, due, articles.size()));
        long start = System.nanoTime();
        for (int i = 0; i < articles.size(); i++) {
            long dueAt = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < dueAt) {
                LockSupport.parkNanos(dueAt - System.nanoTime());
            }
            due.put(articles.get(i).getId(), dueAt);
            feeder.send(articles.get(i));
        }
        return latencies.get();
    }

    private static double[] collect(KafkaConsumer<String, String> alerts, Map<String, Long> due, int expected) {
        DoubleStream.Builder millis = DoubleStream.builder();
        int seen = 0;
        long lastSeen = System.nanoTime();
        try (alerts) {
            while (seen < expected && System.nanoTime() - lastSeen < PATIENCE.toNanos()) {
                for (ConsumerRecord<String, String> alert : alerts.poll(Duration.ofMillis(10))) {
                    lastSeen = System.nanoTime();
                    Long dueAt = due.get(articleId(alert.value()));
                    if (dueAt != null) {
                        millis.add((lastSeen - dueAt) / 1e6);
                        seen++;
                    }
                }
            }
        }
        if (seen < expected) {
            throw new IllegalStateException("only " + seen + " of " + expected + " alerts came");
        }
        return millis.build().toArray();
    }

    private static String articleId(String alert) {
        try {
            return Json.MAPPER.readTree(alert).get("articleId").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert that is no JSON: " + alert, e);
        }
    }

    private static KafkaConsumer<String, String> alerts(Configuration configuration, Topics topics) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                new KafkaClients(configuration.kafka()).consumer(null),
                new StringDeserializer(),
                new StringDeserializer());
        String topic = topics.alertsJson().name();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
