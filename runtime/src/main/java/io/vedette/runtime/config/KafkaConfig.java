package io.vedette.runtime.config;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the Kafka clients, handed through untouched: {@code kafka.bootstrap.servers} goes to every client,
 * {@code kafka.producer.linger.ms} to producers only; likewise {@code consumer.}, {@code admin.} and {@code streams.}.
 *
 * @param settings keys without the leading {@code kafka.}, sorted
 */
public record KafkaConfig(@PassThrough Map<String, String> settings) {
    static final String DEFAULT_BOOTSTRAP_SERVERS = "localhost:9092";

    public KafkaConfig {
        TreeMap<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("bootstrap.servers", DEFAULT_BOOTSTRAP_SERVERS);
        settings = Collections.unmodifiableMap(all);
    }

    /** The brokers to begin with, {@code host:port} separated by commas. */
    public String bootstrapServers() {
        return settings.getOrDefault("bootstrap.servers", DEFAULT_BOOTSTRAP_SERVERS);
    }

    /** The keys only: values may be secret. */
    @Override
    public String toString() {
        return "KafkaConfig" + settings.keySet();
    }
}
