package io.vedette.schemas;

import java.util.Map;

/**
 * How to reach the schema registry.
 *
 * @param url one or several comma-separated addresses; {@code mock://NAME} keeps the schemas in this process, for tests
 * @param client further settings for Confluent's client and serializers, passed through untouched; may hold secrets
 * @param subjectNameStrategy class name of the strategy that names subjects
 * @param compatibility the compatibility level that is set on Vedette's subjects
 * @param autoRegister whether serializers may register schemas by themselves; only the all-in-one does
 */
public record RegistrySettings(
        String url,
        Map<String, String> client,
        String subjectNameStrategy,
        String compatibility,
        boolean autoRegister) {

    public static final String TOPIC_NAME_STRATEGY = "io.confluent.kafka.serializers.subject.TopicNameStrategy";

    public RegistrySettings {
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "registry.url is empty; name the schema registry, for example http://localhost:8081");
        }
        client = Map.copyOf(client);
    }

    /** The usual settings for the registry at that address. */
    public static RegistrySettings at(String url) {
        return new RegistrySettings(url, Map.of(), TOPIC_NAME_STRATEGY, "FULL_TRANSITIVE", false);
    }

    public RegistrySettings withAutoRegister(boolean autoRegister) {
        return new RegistrySettings(url, client, subjectNameStrategy, compatibility, autoRegister);
    }

    /** Leaves the pass-through settings out: they may hold secrets. */
    @Override
    public String toString() {
        return "RegistrySettings[url=" + url + ", compatibility=" + compatibility + "]";
    }
}
