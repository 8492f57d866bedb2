package io.vedette.runtime.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a body or a parameter looks like, as far as the API's description tells it. */
public sealed interface Shape {

    /** Any text. */
    Shape TEXT = new Plain("string", null, List.of());

    Shape WHOLE_NUMBER = new Plain("integer", "int64", List.of());

    Shape NUMBER = new Plain("number", "double", List.of());

    Shape TRUTH = new Plain("boolean", null, List.of());

    /** RFC 3339, in UTC where the server writes it. */
    Shape TIME = new Plain("string", "date-time", List.of());

    /** Any JSON. */
    Shape ANY = new Plain("object", null, List.of());

    /** A value without parts. */
    record Plain(String type, @Nullable String format, List<String> values) implements Shape {}

    /** A Java record as Jackson writes it, or an Avro record with its fields under their own names. */
    record Of(Class<?> type) implements Shape {}

    record Many(Shape of) implements Shape {}

    /** An object with these members; a shape that is named is described but once. */
    record Members(String name, Map<String, Shape> members) implements Shape {
        public Members {
            members = new LinkedHashMap<>(members);
        }
    }

    /** An object that has the members of both. */
    record Both(Shape one, Shape other) implements Shape {}

    static Shape of(Class<?> type) {
        return new Of(type);
    }

    /** A text that is one of these. */
    static Shape oneOf(String... values) {
        return new Plain("string", null, List.of(values));
    }

    static Shape many(Shape of) {
        return new Many(of);
    }

    /** @param members names and shapes in turn */
    static Shape object(String name, Object... members) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            shapes.put((String) members[i], (Shape) members[i + 1]);
        }
        return new Members(name, shapes);
    }
}
