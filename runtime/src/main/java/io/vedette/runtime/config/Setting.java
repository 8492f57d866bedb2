package io.vedette.runtime.config;

import java.util.Arrays;
import java.util.List;

/**
 * A key's value as it was given.
 *
 * @param key dotted; elements of a list of sections carry their index, as in {@code ingest.feeds.0.url}
 * @param values one, or those of a list
 * @param origin where it was given, for messages: file and line, variable or property
 * @param list whether it was written as a list
 * @param secret whether it came through a reference, so that no message may show it
 */
record Setting(String key, List<String> values, String origin, boolean list, boolean secret) {

    Setting(String key, String value, String origin) {
        this(key, List.of(value), origin, false, false);
    }

    /** As one text; a list's values with commas between them. */
    String text() {
        return String.join(",", values);
    }

    /** As a list; a single text is split at its commas. */
    List<String> list(String text) {
        if (list) {
            return values;
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    ConfigurationException wrong(String problem) {
        return new ConfigurationException(key + " (" + origin + ") " + problem);
    }
}
