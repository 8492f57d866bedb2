package io.vedette.alerts.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An alert as one line of JSON: the fields of {@link Alert} under their own names and in their order, those of a
 * {@link MatchedClause} likewise, times as RFC 3339 text in UTC, nothing left out, {@code null} where nothing is known.
 */
public final class AlertJson {

    private AlertJson() {}

    /** The line, without a line break. */
    public static String write(Alert alert) {
        try {
            return Json.MAPPER.writeValueAsString(tree(alert));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text, numbers and lists can always be written", e);
        }
    }

    /** The same before it is written out. */
    public static ObjectNode tree(Alert alert) {
        return record(alert);
    }

    private static ObjectNode record(SpecificRecord record) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            put(node, field.name(), record.get(field.pos()));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value == null) {
            node.putNull(name);
        } else if (value instanceof SpecificRecord record) {
            node.set(name, record(record));
        } else if (value instanceof Iterable<?> items) {
            ArrayNode array = node.putArray(name);
            items.forEach(item -> add(array, item));
        } else if (value instanceof Number number) {
            node.putPOJO(name, number);
        } else {
            // what is left is text and Instants, which print as RFC 3339
            node.put(name, value instanceof Instant time ? time.toString() : value.toString());
        }
    }

    private static void add(ArrayNode array, Object item) {
        if (item instanceof SpecificRecord record) {
            array.add(record(record));
        } else {
            array.add(item.toString());
        }
    }
}
