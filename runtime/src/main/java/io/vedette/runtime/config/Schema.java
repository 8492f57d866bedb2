package io.vedette.runtime.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that there are, derived from the records. */
final class Schema {

    /** What stands at a key. */
    enum Kind {
        /** One value. */
        VALUE,
        /** Several values: a list, or a text with commas. */
        LIST,
        /** Sections with an index. */
        SECTIONS,
        /** Any keys below it. */
        MAP
    }

    /**
     * A key.
     *
     * @param path dotted; of a map the part that all its keys share
     * @param kind what stands there
     * @param type of the value, of a list's or map's values, or the record of its sections
     * @param fallback the default as it is written; null without one
     * @param nullable whether it may stay without a value
     */
    record Key(
            String path, Kind kind, Class<?> type, @Nullable String fallback, boolean nullable) {

        /** The environment variable: {@code ingest.textLimitBytes} is VEDETTE_INGEST_TEXT_LIMIT_BYTES. */
        String variable() {
            return Schema.variable(path);
        }
    }

    private final List<Key> keys = new ArrayList<>();

    private Schema() {}

    /** The keys of a section and all below it, in the order of the records. */
    static List<Key> of(Class<?> section, String path) {
        Schema schema = new Schema();
        schema.collect(section, path);
        return List.copyOf(schema.keys);
    }

    static Key key(RecordComponent component, String section) {
        Default given = component.getAnnotation(Default.class);
        String path = component.isAnnotationPresent(PassThrough.class) ? section : child(section, component.getName());
        return new Key(
                path,
                kind(component),
                valueType(component),
                given == null ? null : given.value(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    static String child(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }

    static String variable(String path) {
        return ConfigurationReader.VARIABLE_PREFIX
                + path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private void collect(Class<?> section, String path) {
        for (RecordComponent component : section.getRecordComponents()) {
            if (component.getType().isRecord()) {
                collect(component.getType(), child(path, component.getName()));
            } else {
                keys.add(key(component, path));
            }
        }
    }

    private static Kind kind(RecordComponent component) {
        if (component.getType() == Map.class) {
            return Kind.MAP;
        } else if (component.getType() == List.class) {
            return valueType(component).isRecord() ? Kind.SECTIONS : Kind.LIST;
        }
        return Kind.VALUE;
    }

    private static Class<?> valueType(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return (Class<?>) arguments[arguments.length - 1];
        }
        return component.getType();
    }
}
