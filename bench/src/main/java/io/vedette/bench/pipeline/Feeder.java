package io.vedette.bench.pipeline;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Appends articles as a producer of somebody else's would, uncompressed. */
final class Feeder implements AutoCloseable {

    private final KafkaClients kafka;
    private final Topics topics;
    private final KafkaProducer<String, Article> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Feeder(Configuration configuration, Topics topics) {
        this.kafka = new KafkaClients(configuration.kafka());
        this.topics = topics;
        this.producer = producer(topics.articles());
    }

    void send(Article article) {
        send(article, null);
    }

    /** @param acceptedAt when Vedette seems to have taken it; null is now */
    void send(Article article, @Nullable Instant acceptedAt) {
        Long timestamp = acceptedAt == null ? null : acceptedAt.toEpochMilli();
        sent.add(producer.send(
                new ProducerRecord<>(topics.articles().name(), null, timestamp, article.getId(), article)));
    }

    /** Puts watches with these queries into their topic. */
    void watch(List<String> queries) {
        try (KafkaProducer<String, Watch> watches = producer(topics.watches())) {
            for (int i = 0; i < queries.size(); i++) {
                String id = "watch-" + i;
                Watch watch = Watch.newBuilder()
                        .setId(id)
                        .setTitle(id)
                        .setQuery(queries.get(i))
                        .build();
                watches.send(new ProducerRecord<>(topics.watches().name(), id, watch));
            }
        }
    }

    /** Waits for every append. */
    @Override
    public void close() {
        producer.close();
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while feeding", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("an article did not get in", e.getCause());
            }
        }
    }

    private <V> KafkaProducer<String, V> producer(Topic<String, V> topic) {
        return new KafkaProducer<>(
                kafka.producer(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }
}
