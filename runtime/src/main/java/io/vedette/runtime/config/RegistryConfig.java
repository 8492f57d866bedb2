package io.vedette.runtime.config;

import io.vedette.schemas.RegistrySettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The schema registry and its client.
 *
 * @param url one URL of a registry that speaks Confluent's REST API, or several separated by commas
 * @param client further settings of Confluent's client and serdes, handed through untouched
 * @param subjectNameStrategy {@code TopicNameStrategy}, {@code RecordNameStrategy}, {@code TopicRecordNameStrategy}, or a
 *     class of your own with its package
 * @param compatibility what {@code vedette topics create} sets for each subject
 * @param autoRegister whether producers register schemas that are missing; for development only
 */
public record RegistryConfig(
        @Default("http://127.0.0.1:8081") String url,
        Map<String, String> client,
        @Default("TopicNameStrategy") String subjectNameStrategy,
        @Default("FULL_TRANSITIVE") Compatibility compatibility,
        @Default("false") boolean autoRegister) {

    private static final Map<String, String> TIMEOUTS =
            Map.of("http.connect.timeout.ms", "5000", "http.read.timeout.ms", "10000");
    private static final String STRATEGIES = "io.confluent.kafka.serializers.subject.";

    public RegistryConfig {
        Require.notBlank("url", url);
        Require.matches(
                "subjectNameStrategy",
                subjectNameStrategy,
                "TopicNameStrategy|RecordNameStrategy|TopicRecordNameStrategy|[\\w$]+(\\.[\\w$]+)+",
                "give TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy or a class with its package");
        client = Map.copyOf(client);
    }

    /** The strategy's full class name. */
    public String subjectNameStrategyClass() {
        return subjectNameStrategy.contains(".") ? subjectNameStrategy : STRATEGIES + subjectNameStrategy;
    }

    /** As the schemas' module takes them; with shorter time-outs than the client's own minute, unless they are given. */
    public RegistrySettings settings() {
        Map<String, String> all = new HashMap<>(TIMEOUTS);
        all.putAll(client);
        return new RegistrySettings(url, all, subjectNameStrategyClass(), compatibility.name(), autoRegister);
    }

    /** Without secrets: neither the client's values nor what stands before the {@code @} of the URL. */
    @Override
    public String toString() {
        return "RegistryConfig[url=" + url.replaceAll("//[^/@,]*@", "//***@") + ", client=" + client.keySet()
                + ", subjectNameStrategy=" + subjectNameStrategy + ", compatibility=" + compatibility
                + ", autoRegister=" + autoRegister + "]";
    }
}
