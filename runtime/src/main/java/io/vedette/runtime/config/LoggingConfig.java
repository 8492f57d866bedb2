package io.vedette.runtime.config;

import java.util.Map;
import org.slf4j.event.Level;

/**
 * What is logged, to standard error, and how it looks.
 *
 * @param format text for people, or one JSON object per line
 * @param level for everything that {@code levels} does not name
 * @param levels levels of single loggers, such as {@code io.vedette.ingest}
 */
public record LoggingConfig(
        @Default("text") Format format, @Default("info") Level level, Map<String, Level> levels) {

    /** How a line looks. */
    public enum Format {
        TEXT,
        JSON
    }

    public LoggingConfig {
        levels = Map.copyOf(levels);
    }
}
