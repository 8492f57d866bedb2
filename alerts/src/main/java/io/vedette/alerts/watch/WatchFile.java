package io.vedette.alerts.watch;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of watches: a YAML list, each entry with {@code id}, {@code title}, {@code query} and {@code severity}.
 *
 * <pre>
 * - id: melitopol
 *   title: Melitopol
 *   query: place:Melitopol
 *   severity: WARNING
 * </pre>
 *
 * <p>{@code id} and {@code query} must be there; the title is the id and the severity INFO where none is given.  Other
 * keys are refused, so that a misspelt one is not taken for its default.  An empty file has no watches.
 */
public final class WatchFile {

    private static final List<String> KEYS = List.of("id", "title", "query", "severity");
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String name;
    private final JsonParser parser;
    private final Set<String> ids = new HashSet<>();

    private WatchFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * The watches of a file, in its order.
     *
     * @throws WatchFileException if it is no such file: the line and the remedy are in its message
     * @throws IOException if it can't be read
     */
    public static List<WatchDefinition> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /**
     * The watches of a stream, in its order; the stream is not closed.
     *
     * @param name what messages call it
     */
    public static List<WatchDefinition> read(String name, InputStream in) throws IOException {
        try (JsonParser parser = YAML.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return new WatchFile(name, parser).watches();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("is not YAML");
            throw new WatchFileException(name, at == null ? 0 : at.getLineNr(), "is not YAML: " + problem);
        }
    }

    private List<WatchDefinition> watches() throws IOException {
        List<WatchDefinition> watches = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return watches;
        }
        require(JsonToken.START_ARRAY, "must be a list of watches; begin each with \"- id: \"");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(JsonToken.START_OBJECT, "this entry is no watch; begin each with \"- id: \"");
            watches.add(watch());
        }
        return watches;
    }

    private WatchDefinition watch() throws IOException {
        int line = line();
        Map<String, String> parts = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            part(parts);
        }
        try {
            WatchDefinition watch =
                    WatchDefinition.of(parts.get("id"), parts.get("title"), parts.get("query"), parts.get("severity"));
            if (!ids.add(watch.id())) {
                throw new IllegalArgumentException("id: \"" + watch.id() + "\" is there twice; rename one of the two");
            }
            return watch;
        } catch (IllegalArgumentException e) {
            throw new WatchFileException(name, line, String.valueOf(e.getMessage()));
        }
    }

    private void part(Map<String, String> parts) throws IOException {
        String key = parser.currentName();
        int line = line();
        if (!KEYS.contains(key)) {
            throw new WatchFileException(name, line, "unknown key \"" + key + "\"; use " + String.join(", ", KEYS));
        }
        JsonToken token = parser.nextToken();
        if (!token.isScalarValue()) {
            throw new WatchFileException(name, line, key + ": must be text; quote it if it begins with [ or {");
        }
        @Nullable String value = token == JsonToken.VALUE_NULL ? null : parser.getText();
        if (value != null && parts.put(key, value) != null) {
            throw new WatchFileException(name, line, key + ": is there twice; leave one out");
        }
    }

    private void require(JsonToken token, String problem) {
        if (parser.currentToken() != token) {
            throw new WatchFileException(name, line(), problem);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
