package io.vedette.ingest.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are JSON objects. */
final class JsonValues implements ValueReader {

    @Override
    public Fields read(String topic, byte[] value) throws UnmappableException {
        try {
            JsonNode object = Json.MAPPER.readTree(value);
            if (!object.isObject()) {
                throw new UnmappableException("the value is no JSON object");
            }
            return place -> text(object.at(place), place);
        } catch (JsonProcessingException e) {
            throw new UnmappableException("the value is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnmappableException("the value is no JSON: " + e.getMessage());
        }
    }

    private static @Nullable String text(JsonNode node, String place) throws UnmappableException {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        } else if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : node) {
                String text = text(part, place);
                if (text != null) {
                    parts.add(text);
                }
            }
            return String.join(", ", parts);
        } else if (node.isObject()) {
            throw new UnmappableException(place + " is an object, not a text");
        }
        return node.asText();
    }
}
