package io.vedette.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.ingest.health.HealthMetrics;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What is defined, how it does, and the API over both: one for each instance of ingest.  Thread-safe. */
public final class Sources implements AutoCloseable {

    private final SourceStore store;
    private final SourceStates states;
    private final SourceWriter writer;
    private final SourceApi api;

    /**
     * Connects to nothing yet.
     *
     * @param mappings the names of those that a listing can be read by
     */
    public Sources(
            Configuration config, Topics topics, Collection<String> mappings, MeterRegistry registry, Clock clock) {
        KafkaClients kafka = new KafkaClients(config.kafka());
        store = new SourceStore(topics.sources(), () -> consumer(kafka), registry);
        states = new SourceStates(topics.sourceState(), () -> consumer(kafka));
        HealthMetrics.measure(() -> store.all().stream().map(StoredSource::source), states::get, clock, registry);
        writer = new SourceWriter(topics.sources(), () -> producer(kafka, topics.sources()), store::get, clock);
        api = new SourceApi(
                store,
                ConfiguredFeeds.sources(config.ingest().feeds()),
                states,
                writer,
                mappings,
                config.ingest().sources());
    }

    /** Begins to read; listeners of the store that are to hear of all sources must be there. */
    public void start() {
        store.start();
        states.start();
    }

    public SourceStore store() {
        return store;
    }

    public SourceStates states() {
        return states;
    }

    public SourceWriter writer() {
        return writer;
    }

    public List<Component> components() {
        return List.of(store, states);
    }

    public Routes routes() {
        return api;
    }

    @Override
    public void close() {
        store.close();
        states.close();
        writer.close();
    }

    private static Consumer<byte[], byte[]> consumer(KafkaClients kafka) {
        return new KafkaConsumer<>(kafka.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Somebody waits for the answer. */
    private static Producer<String, Source> producer(KafkaClients kafka, Topic<String, Source> topic) {
        Properties properties = kafka.producer();
        properties.setProperty("max.block.ms", "5000");
        properties.setProperty("request.timeout.ms", "4000");
        properties.setProperty("delivery.timeout.ms", "8000");
        return new KafkaProducer<>(
                properties, new StringSerializer(), topic.valueSerde().serializer());
    }
}
