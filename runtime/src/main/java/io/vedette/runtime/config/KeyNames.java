package io.vedette.runtime.config;

import io.vedette.runtime.config.Schema.Key;
import io.vedette.runtime.config.Schema.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the names of settings to keys. */
final class KeyNames {
    private KeyNames() {}

    /** Whether there is such a key, alone, below a map, or in an indexed section. */
    static boolean known(String name, List<Key> keys) {
        return keys.stream().anyMatch(key -> switch (key.kind()) {
            case VALUE, LIST -> name.equals(key.path());
            case MAP -> name.startsWith(key.path() + ".");
            case SECTIONS -> name.equals(key.path()) || knownIndexed(name, key);
        });
    }

    /** What to say of a name that is no key. */
    static String remedy(String name, List<Key> keys) {
        List<String> paths = keys.stream().map(Key::path).toList();
        for (String path : paths) {
            if (path.startsWith(name + ".")) {
                return "is a section; give its keys, such as " + path;
            }
        }
        return Nearest.to(name, indexedLike(name, keys))
                .map(nearest -> "is no key of Vedette; did you mean " + nearest + "?")
                .orElse("is no key of Vedette; docs/configuration.md lists the keys");
    }

    /** The paths of all keys; of those in indexed sections with the index that the name has. */
    private static List<String> indexedLike(String name, List<Key> keys) {
        List<String> paths = new ArrayList<>();
        for (Key key : keys) {
            paths.add(key.path());
            if (key.kind() == Kind.SECTIONS && name.startsWith(key.path() + ".")) {
                String section = key.path() + "."
                        + name.substring(key.path().length() + 1).split("\\.", 2)[0];
                Schema.of(key.type(), section).forEach(inner -> paths.add(inner.path()));
            }
        }
        return paths;
    }

    /** The key that a variable stands for; of an unknown one the dotted name that comes closest. */
    static String ofVariable(String variable, List<Key> keys) {
        for (Key key : keys) {
            if (key.kind() != Kind.MAP && key.variable().equals(variable)) {
                return key.path();
            }
        }
        for (Key key : keys) {
            String prefix = key.variable() + "_";
            if (variable.startsWith(prefix) && key.kind() == Kind.MAP) {
                return key.path() + "." + dotted(variable.substring(prefix.length()));
            } else if (variable.startsWith(prefix) && key.kind() == Kind.SECTIONS) {
                return indexed(key, variable.substring(prefix.length()));
            }
        }
        return dotted(variable.substring(ConfigurationReader.VARIABLE_PREFIX.length()));
    }

    private static boolean knownIndexed(String name, Key key) {
        String prefix = key.path() + ".";
        if (!name.startsWith(prefix)) {
            return false;
        }
        String[] rest = name.substring(prefix.length()).split("\\.", 2);
        return rest.length == 2 && rest[0].matches("\\d{1,6}") && known(rest[1], Schema.of(key.type(), ""));
    }

    private static String indexed(Key key, String rest) {
        String[] parts = rest.split("_", 2);
        if (parts.length < 2) {
            return key.path() + "." + dotted(rest);
        }
        String name = ofVariable(ConfigurationReader.VARIABLE_PREFIX + parts[1], Schema.of(key.type(), ""));
        return key.path() + "." + parts[0] + "." + name;
    }

    private static String dotted(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
