package io.vedette.bench.pipeline;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Takes articles to the lanes; what Kafka does not take is told with the next.  Thread-safe. */
final class Lanes implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<String, Article> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Lanes(Configuration configuration, Topics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                new KafkaClients(configuration.kafka()).producer(),
                topics.articles().keySerde().serializer(),
                topics.articles().valueSerde().serializer());
    }

    /** @throws IllegalStateException if one of those before did not get in */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback has it
    void send(Lane lane, Article article) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("Kafka did not take an article: " + failed, failed);
        }
        producer.send(new ProducerRecord<>(topics.articles(lane).name(), article.getId(), article), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
