package io.vedette.runtime.config;

import java.util.List;
import java.util.Map;

/**
 * What tagging leans on; the same for enrichment, alerting and the commands.
 *
 * @param steps taggers from jars on the class path that work after Vedette's own, in this order
 * @param settings of these steps: {@code name.key} and its value
 */
public record TaggingConfig(List<String> steps, Map<String, String> settings) {

    public TaggingConfig {
        steps = List.copyOf(steps);
        settings = Map.copyOf(settings);
    }

    /** The keys only: values may be secret. */
    @Override
    public String toString() {
        return "TaggingConfig[steps=" + steps + ", settings=" + settings.keySet() + "]";
    }
}
