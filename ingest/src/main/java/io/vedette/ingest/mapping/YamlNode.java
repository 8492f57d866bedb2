package io.vedette.ingest.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a YAML file that knows where it stands.
 *
 * @param file what messages call the file
 * @param line counted from 1
 * @param key what it stands under; empty at the top
 * @param scalar a value, as it is written; null for a list or a map
 * @param list the parts of a list; null for others
 * @param map the parts of a map; null for others
 */
record YamlNode(
        String file,
        int line,
        String key,
        @Nullable String scalar,
        @Nullable List<YamlNode> list,
        @Nullable Map<String, YamlNode> map) {

    private static final YAMLFactory YAML = new YAMLFactory();

    static YamlNode read(String file, InputStream in) throws MappingException, IOException {
        try (JsonParser parser = YAML.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            if (parser.nextToken() == null) {
                throw new MappingException(file, 1, "is empty; a mapping has at least form and fields");
            }
            return node(file, "", parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new MappingException(file, line, "is not YAML: " + problem);
        }
    }

    private static YamlNode node(String file, String key, JsonParser parser) throws MappingException, IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, YamlNode> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int at = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                if (map.put(name, node(file, name, parser).at(at)) != null) {
                    throw new MappingException(file, at, "'" + name + "' is there twice; leave one out");
                }
            }
            return new YamlNode(file, line, key, null, null, map);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(node(file, key, parser));
            }
            return new YamlNode(file, line, key, null, list, null);
        }
        return new YamlNode(file, line, key, parser.getText(), null, null);
    }

    private YamlNode at(int otherLine) {
        return new YamlNode(file, otherLine, key, scalar, list, map);
    }

    MappingException wrong(String problem) {
        return new MappingException(file, line, key.isEmpty() ? problem : "'" + key + "' " + problem);
    }

    /** A value that is no list and no map. */
    String text() throws MappingException {
        if (scalar == null || scalar.isBlank()) {
            throw wrong("must have a value");
        }
        return scalar;
    }

    boolean flag() throws MappingException {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("is true or false");
        };
    }

    /** The parts of a list; a single one stands for a list of it. */
    List<YamlNode> many() {
        return list == null ? List.of(this) : list;
    }

    /** The map, which has no other keys than these. */
    Map<String, YamlNode> keys(Set<String> known) throws MappingException {
        if (map == null) {
            throw wrong("must be keys with values: " + String.join(", ", new TreeSet<>(known)));
        }
        for (Map.Entry<String, YamlNode> entry : map.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue().wrong("is no key here; there are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return map;
    }
}
