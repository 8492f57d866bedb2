package io.vedette.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tagging leans on; the same for enrichment, alerting and the commands.
 *
 * @param steps taggers from jars on the class path that work after Vedette's own, in this order
 * @param settings of these steps: {@code name.key} and its value
 * @param gazetteer a folder whose files stand in for those of the same name that Vedette comes with, or are read beside
 *     them; null for none
 * @param reload how its changes are found
 */
public record TaggingConfig(
        List<String> steps,
        Map<String, String> settings,
        @Nullable Path gazetteer,
        ReloadConfig reload) {

    public TaggingConfig {
        steps = List.copyOf(steps);
        settings = Map.copyOf(settings);
    }

    /** The keys only: values may be secret. */
    @Override
    public String toString() {
        return "TaggingConfig[steps=" + steps + ", settings=" + settings.keySet() + ", gazetteer=" + gazetteer
                + ", reload=" + reload + "]";
    }
}
