package io.vedette.runtime.config;

import java.util.Map;
import java.util.Properties;

/**
 * Everything that can be set, with a default for each key. Immutable.
 *
 * @param kafka settings of the Kafka clients, handed through untouched
 * @param registry the schema registry and its client
 * @param topics names, partitions and retention of the topics
 * @param http the HTTP server of the process
 * @param ingest sources and how articles go in
 * @param tagging what finds actors, places and claims
 * @param enrich the tagging topology
 * @param alerts the alerting topology
 * @param backtest what back-tests may cost
 * @param delivery channels, and how alerts get there
 * @param logging what is logged and how it looks
 * @param tracing where spans go
 */
public record Configuration(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        HttpConfig http,
        IngestConfig ingest,
        TaggingConfig tagging,
        EnrichConfig enrich,
        AlertsConfig alerts,
        BacktestConfig backtest,
        DeliveryConfig delivery,
        LoggingConfig logging,
        TracingConfig tracing) {

    /** The configuration of a process that is given nothing. */
    public static Configuration defaults() {
        return ConfigurationReader.read(null, Map.of(), new Properties());
    }

    /**
     * These defaults with some keys set, for embedding and tests.
     *
     * @param settings dotted keys, such as {@code http.port}, and their values
     * @throws ConfigurationException if a key or value is wrong
     */
    public static Configuration of(Map<String, String> settings) {
        Properties properties = new Properties();
        settings.forEach((key, value) -> properties.setProperty(ConfigurationReader.PROPERTY_PREFIX + key, value));
        return ConfigurationReader.read(null, Map.of(), properties);
    }
}
