package io.vedette.alerts.watch;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of watches: a YAML list, each entry as {@link WatchForm} shows.
 *
 * <p>{@code id} and {@code query} must be there; the title is the id and the severity INFO where none is given.  Other
 * keys are refused, so that a misspelt one is not taken for its default.  An empty file has no watches.
 */
public final class WatchFile {

    private static final List<String> KEYS = Arrays.stream(WatchForm.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final ObjectMapper MAPPER = Json.MAPPER
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // a value ends in the middle of its file
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> SCALARS =
            Set.of("id", "title", "query", "severity", "validFrom", "validUntil", "budget");

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
        ObjectNode parts = MAPPER.createObjectNode();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            lines.put(parser.currentName(), line());
            part(parts);
        }
        try {
            WatchDefinition watch = form(parts, lines).definition();
            if (!ids.add(watch.id())) {
                throw new IllegalArgumentException("id: \"" + watch.id() + "\" is there twice; rename one of the two");
            }
            return watch;
        } catch (WatchFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw new WatchFileException(name, lineOf(problem, lines, line), problem);
        }
    }

    private void part(ObjectNode parts) throws IOException {
        String key = parser.currentName();
        int line = line();
        if (!KEYS.contains(key)) {
            throw new WatchFileException(name, line, "unknown key \"" + key + "\"; use " + String.join(", ", KEYS));
        }
        JsonToken token = parser.nextToken();
        if (!token.isScalarValue() && SCALARS.contains(key)) {
            throw new WatchFileException(name, line, key + ": must be text; quote it if it begins with [ or {");
        }
        JsonNode value = token.isScalarValue() ? scalar(token) : MAPPER.readTree(parser);
        if (!value.isNull() && parts.replace(key, value) != null) {
            throw new WatchFileException(name, line, key + ": is there twice; leave one out");
        }
    }

    /** As text: what looks like a number or a truth to YAML may be a word to its author. */
    private JsonNode scalar(JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? NullNode.getInstance() : TextNode.valueOf(parser.getText());
    }

    private WatchForm form(ObjectNode parts, Map<String, Integer> lines) throws JsonProcessingException {
        try {
            return MAPPER.treeToValue(parts, WatchForm.class);
        } catch (JsonMappingException e) {
            String path = path(e.getPath());
            throw new WatchFileException(
                    name, lineOf(path, lines, 0), path + ": can't be taken; " + e.getOriginalMessage());
        }
    }

    /** {@code quietHours.days[1]}. */
    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    /** Of the key that a message or path begins with; else that line. */
    private static int lineOf(String problem, Map<String, Integer> lines, int otherwise) {
        return lines.getOrDefault(problem.split("[.:\\[]", 2)[0], otherwise);
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
