package io.vedette.runtime.keys;

import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Credentials;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.ApiKey;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows the topic of keys and answers {@code /api/keys}, beside the services of a process. */
public final class KeyService implements Service {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Topic<String, ApiKey> topic;
    private final KafkaClients clients;
    private final StoredKeys keys;
    private final KeyApi api;
    private @Nullable Producer<String, ApiKey> producer;

    public KeyService(Topic<String, ApiKey> topic, KafkaClients clients, Clock clock) {
        this.topic = topic;
        this.clients = clients;
        this.keys = new StoredKeys(
                topic,
                () -> new KafkaConsumer<>(
                        clients.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                clock);
        this.api = new KeyApi(keys, topic, this::producer, clock);
    }

    /** Those whose keys stand on the topic. */
    public Credentials credentials() {
        return keys;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public void start() {
        keys.start();
    }

    @Override
    public List<Component> components() {
        return List.of(keys);
    }

    @Override
    public List<Routes> routes() {
        return List.of(api);
    }

    @Override
    public synchronized void close() {
        keys.close();
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
            producer = null;
        }
    }

    private synchronized Producer<String, ApiKey> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    clients.producer(),
                    topic.keySerde().serializer(),
                    topic.valueSerde().serializer());
        }
        return producer;
    }
}
