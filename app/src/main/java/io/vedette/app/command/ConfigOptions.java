package io.vedette.app.command;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration comes from; the same for every command that needs one. */
final class ConfigOptions {

    private static final String PREFIX = "vedette.";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (YAML); docs/configuration.md lists its keys.")
    private @Nullable Path file;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "true",
            description = "Sets one key, over the file and the environment, such as -Dhttp.port=8090.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** File, environment, system properties and {@code -D}, the later ones winning. */
    Configuration configuration() {
        return configuration(Map.of());
    }

    /**
     * The same with keys that the command itself sets; what the user sets with {@code -D} wins over them.
     *
     * @param own dotted keys and their values
     */
    Configuration configuration(Map<String, String> own) {
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        own.forEach((key, value) -> properties.setProperty(PREFIX + key, value));
        settings.forEach((key, value) -> properties.setProperty(key.startsWith(PREFIX) ? key : PREFIX + key, value));
        return ConfigurationReader.read(file, System.getenv(), properties);
    }
}
