package io.vedette.runtime.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A topic that has articles in a shape of its own.
 *
 * @param id what its progress is kept under; changing it reads the topic anew
 * @param topic its full name
 * @param format how values are written
 * @param from where reading begins the first time
 * @param fields for each field of an article where it stands in a value: names with slashes, as {@code /doc/body}; without
 *     any, the fields stand under their own names
 * @param registry the schema registry of the topic; Vedette's own if null
 * @param settings of the consumer; with {@code bootstrap.servers} the topic is in another cluster, and nothing of
 *     {@code kafka.*} holds; may hold secrets
 */
public record TopicSourceConfig(
        String id,
        String topic,
        @Default("json") Format format,
        @Default("earliest") From from,
        Map<String, String> fields,
        @Nullable URI registry,
        Map<String, String> settings) {

    /** How values are written. */
    public enum Format {
        /** A JSON object. */
        JSON,
        /** Avro in Confluent's wire format. */
        AVRO
    }

    /** Where reading begins. */
    public enum From {
        /** With the first record that is kept. */
        EARLIEST,
        /** With what comes from now on. */
        LATEST
    }

    private static final List<String> FIELDS =
            List.of("text", "id", "title", "url", "source", "date", "author", "language", "fetched", "embargoUntil");

    public TopicSourceConfig {
        Require.matches("id", id, "[A-Za-z0-9._-]{1,100}", "give 1 to 100 letters, digits, dots, hyphens, underscores");
        Require.notBlank("topic", topic);
        fields.forEach((field, place) -> {
            if (!FIELDS.contains(field)) {
                throw new InvalidValueException(
                        "fields",
                        "has \"" + field + "\", which no article has; there are " + String.join(", ", FIELDS));
            }
            if (!place.startsWith("/")) {
                throw new InvalidValueException(
                        "fields",
                        "has \"" + place + "\" for " + field + "; give names with slashes, such as /doc/body");
            }
        });
        fields = Map.copyOf(fields);
        settings = Map.copyOf(settings);
    }

    /** Where each field stands. */
    public Map<String, String> places() {
        return fields.isEmpty()
                ? FIELDS.stream().collect(Collectors.toMap(field -> field, field -> "/" + field))
                : fields;
    }

    /** Without the values of the settings: they may be secrets. */
    @Override
    public String toString() {
        return "TopicSourceConfig[id=" + id + ", topic=" + topic + ", settings=" + settings.keySet() + "]";
    }
}
