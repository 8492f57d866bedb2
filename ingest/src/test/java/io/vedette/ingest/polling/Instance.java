package io.vedette.ingest.polling;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.source.SourceStore;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What an instance of ingest has for polling, as the service puts it together. */
final class Instance implements AutoCloseable {

    static final int PARTITIONS = 6;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Configuration config;
    final AvroSerdes serdes;
    final Topics topics;
    final SourceStore store;
    final SourcePolling polling;

    Instance(String bootstrap, int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                bootstrap,
                "kafka.consumer.session.timeout.ms",
                "6000",
                "kafka.consumer.heartbeat.interval.ms",
                "500",
                "ingest.transactionTimeout",
                "2s",
                "ingest.polling.shortest",
                "100ms",
                "ingest.polling.start",
                "300ms",
                "ingest.polling.startsPerSecond",
                "1000"));
        settings.putAll(more);
        config = Configuration.of(settings);
        serdes = serdes();
        topics = topics(serdes);
        KafkaClients clients = new KafkaClients(config.kafka());
        store = new SourceStore(
                topics.sources(),
                () -> new KafkaConsumer<>(
                        clients.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                meters);
        Clock clock = Clock.systemUTC();
        polling = new SourcePolling(
                config,
                topics,
                new ArticleWriters(config, topics, clock),
                store,
                new PlainWeb(port),
                new KindReaders(config.ingest().web().limitBytes(), mappings()),
                new ArticleFactory(100_000, clock),
                new IngestMetrics(meters),
                meters,
                clock);
        store.start();
        polling.start();
    }

    /** All schemas registered in one order, so that their ids are the same in every process. */
    static AvroSerdes serdes() {
        AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://polling").withAutoRegister(true));
        try {
            new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE")
                    .register(topics(serdes).all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RestClientException e) {
            throw new IllegalStateException(e);
        }
        return serdes;
    }

    private static Mappings mappings() {
        try {
            return Mappings.read(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Topics topics(AvroSerdes serdes) {
        return new Topics(TopicSettings.DEFAULTS.withPartitions(PARTITIONS), serdes);
    }

    @Override
    public void close() {
        polling.close();
        store.close();
        serdes.close();
    }
}
