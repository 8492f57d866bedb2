package io.vedette.runtime.config;

import io.vedette.runtime.config.Schema.Key;
import io.vedette.runtime.config.Schema.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: system properties ({@code -Dvedette.http.port=80}) win over environment variables
 * ({@code VEDETTE_HTTP_PORT=80}), those over the file, the file over the defaults.  {@link OtelVariables OpenTelemetry's
 * own variables} stand between file and Vedette's variables.
 *
 * <p>A value may be, or contain, {@code ${env:NAME}} or {@code ${file:/path}}: it stands for that variable or for the
 * content of that file without its last line break.
 */
public final class ConfigurationReader {
    static final String VARIABLE_PREFIX = "VEDETTE_";
    static final String PROPERTY_PREFIX = "vedette.";

    /** What the launcher and the images use for themselves, and the key of whoever calls the API. */
    private static final Set<String> LAUNCHER =
            Set.of("config", "home", "opts", "data", "java.opts", "classpath", "debug", "version", "api.key");

    private static final List<Key> KEYS = Schema.of(Configuration.class, "");

    private final Map<String, Setting> settings = new TreeMap<>();

    private ConfigurationReader() {}

    /**
     * The configuration that these make together.
     *
     * @param file a YAML file, its keys nested or dotted; null if there is none
     * @param env environment variables; those that don't begin with {@code VEDETTE_} are only for references
     * @param system system properties; those that don't begin with {@code vedette.} are passed over
     * @throws ConfigurationException on the first key or value that is wrong, or if the file can't be read
     */
    public static Configuration read(@Nullable Path file, Map<String, String> env, Properties system) {
        ConfigurationReader reader = new ConfigurationReader();
        if (file != null) {
            YamlSettings.read(file).values().forEach(reader::add);
        }
        reader.addAll(OtelVariables.of(env));
        reader.addAll(variables(env));
        reader.addAll(properties(system));
        References references = new References(env);
        reader.settings.replaceAll((key, setting) -> references.resolve(setting));
        reader.refuseUnknown();
        return new Binder(reader.settings).bind(Configuration.class, "");
    }

    private void addAll(Map<String, Setting> overrides) {
        overrides.values().forEach(this::override);
    }

    private void add(Setting setting) {
        settings.put(setting.key(), setting);
    }

    /** A list that is given as a whole replaces the one before it, its indexed sections included. */
    private void override(Setting setting) {
        boolean whole = KEYS.stream()
                .anyMatch(key -> key.kind() == Kind.SECTIONS && key.path().equals(setting.key()));
        if (whole) {
            settings.keySet().removeIf(key -> key.startsWith(setting.key() + "."));
        }
        add(setting);
    }

    private static Map<String, Setting> variables(Map<String, String> env) {
        Map<String, Setting> found = new TreeMap<>();
        env.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !foreign(name, value)) {
                String key = KeyNames.ofVariable(name, KEYS);
                found.put(key, new Setting(key, value, "environment variable " + name));
            }
        });
        return found;
    }

    /** Kubernetes tells every pod the address of a service named vedette-something, in variables of these forms. */
    private static boolean foreign(String name, String value) {
        String rest = name.substring(VARIABLE_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
        return LAUNCHER.contains(rest)
                || name.matches(".*_SERVICE_(HOST|PORT.*)|.*_PORT_\\d+_(TCP|UDP|SCTP).*")
                || (name.endsWith("_PORT") && value.matches("(tcp|udp|sctp)://.*"));
    }

    private static Map<String, Setting> properties(Properties system) {
        Map<String, Setting> found = new LinkedHashMap<>();
        for (String name : system.stringPropertyNames()) {
            String key = name.startsWith(PROPERTY_PREFIX) ? name.substring(PROPERTY_PREFIX.length()) : "";
            if (!key.isEmpty() && !LAUNCHER.contains(key)) {
                found.put(key, new Setting(key, system.getProperty(name), "system property " + name));
            }
        }
        return found;
    }

    private void refuseUnknown() {
        for (Setting setting : settings.values()) {
            if (!KeyNames.known(setting.key(), KEYS)) {
                throw setting.wrong(KeyNames.remedy(setting.key(), KEYS));
            }
        }
    }
}
