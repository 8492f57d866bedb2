package io.vedette.alerts;

import io.vedette.alerts.history.HistoryFiller;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchHistory;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients that alerting has beside those of Streams.  Each call makes a new one, which is the caller's. */
final class Clients {

    /** What the names of groups end with that are not the topology's. */
    static final String CANARY = "-canary";

    static final String TIME_TO_ALERT = "-time-to-alert";
    static final String HISTORY = "-history";

    private final KafkaClients kafka;
    private final Topics topics;
    private final String applicationId;

    Clients(KafkaClients kafka, Topics topics, String applicationId) {
        this.kafka = kafka;
        this.topics = topics;
        this.applicationId = applicationId;
    }

    Consumer<byte[], byte[]> watchConsumer() {
        return consumer(kafka.consumer(null));
    }

    Consumer<byte[], byte[]> viewConsumer() {
        Properties properties = kafka.consumer(null);
        properties.setProperty("max.poll.records", "2000");
        return consumer(properties);
    }

    Consumer<byte[], byte[]> versionsConsumer() {
        return consumer(kafka.reader());
    }

    /** For much at once, out of which a back-test may be called off at any time. */
    Consumer<byte[], byte[]> backtestConsumer() {
        Properties properties = kafka.reader();
        properties.setProperty("max.poll.records", "1000");
        return consumer(properties);
    }

    Consumer<byte[], byte[]> canaryConsumer() {
        return consumer(kafka.consumer(applicationId + CANARY));
    }

    /** For an article now and then, of which nobody waits for the answer. */
    Producer<String, Article> articleProducer() {
        Properties properties = kafka.producer();
        properties.setProperty("max.block.ms", "5000");
        return new KafkaProducer<>(
                properties,
                new StringSerializer(),
                topics.articles().valueSerde().serializer());
    }

    Consumer<byte[], byte[]> alertConsumer() {
        Properties properties = kafka.consumer(applicationId + TIME_TO_ALERT);
        properties.setProperty("enable.auto.commit", "true");
        return consumer(properties);
    }

    Producer<String, Watch> watchProducer() {
        return awaitedProducer(topics.watches());
    }

    Producer<String, Feedback> feedbackProducer() {
        return awaitedProducer(topics.feedback());
    }

    /** Somebody waits for the answer. */
    private <V> Producer<String, V> awaitedProducer(Topic<String, V> topic) {
        Properties properties = kafka.producer();
        properties.setProperty("max.block.ms", "5000");
        properties.setProperty("request.timeout.ms", "4000");
        properties.setProperty("delivery.timeout.ms", "8000");
        return new KafkaProducer<>(
                properties, new StringSerializer(), topic.valueSerde().serializer());
    }

    /** Those of whoever fills new watches. */
    HistoryFiller.Clients history() {
        return new HistoryFiller.Clients() {
            @Override
            public Consumer<byte[], byte[]> watches() {
                Properties properties = kafka.consumer(applicationId + HISTORY);
                // soon taken over, however long a reading takes: that is done by other threads
                properties.setProperty("session.timeout.ms", "10000");
                properties.setProperty("heartbeat.interval.ms", "3000");
                return consumer(properties);
            }

            @Override
            public Consumer<byte[], byte[]> articles() {
                return consumer(kafka.reader());
            }

            @Override
            public Producer<String, WatchHistory> history() {
                return new KafkaProducer<>(
                        kafka.producer(),
                        new StringSerializer(),
                        topics.watchHistory().valueSerde().serializer());
            }
        };
    }

    Producer<String, byte[]> heartbeatProducer() {
        Properties properties = kafka.producer();
        properties.setProperty("max.block.ms", "2000");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static Consumer<byte[], byte[]> consumer(Properties properties) {
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
