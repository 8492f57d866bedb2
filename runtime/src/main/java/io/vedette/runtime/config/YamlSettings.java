package io.vedette.runtime.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of one YAML file, nested sections flattened to dotted keys, each with its line. */
final class YamlSettings {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final Path file;
    private final JsonParser parser;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private YamlSettings(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Map<String, Setting> read(Path file) {
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            YamlSettings reader = new YamlSettings(file, parser);
            reader.document();
            return reader.settings;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("no more is known");
            throw new ConfigurationException(
                    ExitCode.USAGE, file + where + " is not valid YAML (" + problem + "); correct that line", e);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    ExitCode.NO_INPUT, file + " does not exist; give the path of a configuration file", e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    ExitCode.NO_INPUT,
                    file + " can't be read (" + e.getClass().getSimpleName()
                            + "); make it a UTF-8 file that this user may read",
                    e);
        }
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return; // an empty file, or one with comments only
        }
        if (first != JsonToken.START_OBJECT) {
            throw new ConfigurationException(origin() + " holds no section; begin with one such as http:");
        }
        section("");
        if (parser.nextToken() != null) {
            throw new ConfigurationException(origin() + " begins a second document; keep everything in one");
        }
    }

    private void section(String path) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = Schema.child(path, parser.currentName());
            String origin = origin();
            value(key, parser.nextToken(), origin);
        }
    }

    private void value(String key, JsonToken token, String origin) throws IOException {
        switch (token) {
            case START_OBJECT -> section(key);
            case START_ARRAY -> list(key, origin);
            case VALUE_NULL -> {
                // a section whose lines are all comments; what has no value keeps its default
            }
            default -> put(new Setting(key, parser.getText(), origin));
        }
    }

    private void list(String key, String origin) throws IOException {
        List<String> values = new ArrayList<>();
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                section(key + "." + index++);
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.add(parser.getText());
            } else {
                throw new ConfigurationException(
                        key + " (" + origin() + ") has a list or nothing within its list; give plain values");
            }
        }
        if (index == 0) {
            put(new Setting(key, List.copyOf(values), origin, true, false));
        } else if (!values.isEmpty()) {
            throw new ConfigurationException(
                    key + " (" + origin + ") mixes values and sections; give one or the other");
        }
    }

    private void put(Setting setting) {
        Setting earlier = settings.putIfAbsent(setting.key(), setting);
        if (earlier != null) {
            throw setting.wrong("is given before, at " + earlier.origin() + "; remove one of the two");
        }
    }

    private String origin() {
        return file + ":" + parser.currentTokenLocation().getLineNr();
    }
}
