package io.vedette.runtime.config;

import io.vedette.runtime.config.Schema.Key;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes records of settings whose keys are known to be right. */
final class Binder {
    private final Map<String, Setting> settings;

    Binder(Map<String, Setting> settings) {
        this.settings = settings;
    }

    <R> R bind(Class<R> section, String path) {
        RecordComponent[] components = section.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], path);
        }
        return construct(section, path, components, values);
    }

    private @Nullable Object value(RecordComponent component, String path) {
        if (component.getType().isRecord()) {
            return bind(component.getType(), Schema.child(path, component.getName()));
        }
        Key key = Schema.key(component, path);
        return switch (key.kind()) {
            case VALUE -> single(key);
            case LIST -> list(key);
            case SECTIONS -> sections(key);
            case MAP -> map(key);
        };
    }

    private @Nullable Object single(Key key) {
        Setting setting = settings.get(key.path());
        if (setting != null) {
            return parse(key.type(), setting);
        }
        if (key.fallback() != null) {
            return Values.parse(key.type(), key.fallback());
        }
        if (key.nullable()) {
            return null;
        }
        throw new ConfigurationException(key.path() + " is missing; give it a value");
    }

    private List<String> list(Key key) {
        Setting setting = settings.get(key.path());
        return setting == null ? List.of() : setting.list(setting.text());
    }

    private List<Object> sections(Key key) {
        Setting whole = settings.get(key.path());
        if (whole != null && !whole.text().isBlank()) {
            throw whole.wrong("is \"" + whole.text() + "\"; give a list of sections, or " + key.path()
                    + ".0 and so on with their keys");
        }
        TreeMap<Integer, String> indexes = new TreeMap<>();
        settings.keySet().stream()
                .filter(name -> name.startsWith(key.path() + "."))
                .map(name -> name.substring(key.path().length() + 1).split("\\.", 2)[0])
                .forEach(index -> indexes.put(Integer.valueOf(index), index));
        return indexes.values().stream()
                .<Object>map(index -> bind(key.type(), key.path() + "." + index))
                .toList();
    }

    private Map<String, Object> map(Key key) {
        Map<String, Object> map = new LinkedHashMap<>();
        settings.forEach((name, setting) -> {
            if (name.startsWith(key.path() + ".")) {
                map.put(name.substring(key.path().length() + 1), parse(key.type(), setting));
            }
        });
        return map;
    }

    private static Object parse(Class<?> type, Setting setting) {
        try {
            return Values.parse(
                    type, type == String.class ? setting.text() : setting.text().strip());
        } catch (IllegalArgumentException e) {
            String shown = setting.secret() ? "what it refers to" : "\"" + setting.text() + "\"";
            throw setting.wrong("is " + shown + "; " + e.getMessage());
        }
    }

    private <R> R construct(Class<R> section, String path, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = section.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException invalid) {
                throw wrong(Schema.child(path, invalid.component()), invalid.getMessage());
            }
            throw new IllegalStateException("the section " + path + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(section.getName() + " is no section", e);
        }
    }

    /** Of a map, the section does not know which entry came from where: if there is but one, it is that. */
    private ConfigurationException wrong(String key, String problem) {
        List<Setting> given = settings.values().stream()
                .filter(setting -> setting.key().equals(key) || setting.key().startsWith(key + "."))
                .toList();
        return given.size() == 1 ? given.get(0).wrong(problem) : new ConfigurationException(key + " " + problem);
    }
}
