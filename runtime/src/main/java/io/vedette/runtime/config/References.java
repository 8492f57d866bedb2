package io.vedette.runtime.config;

import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of {@code ${env:NAME}} and {@code ${file:/path}} in their place, once: what they hold is taken as it is. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    private final Map<String, String> env;

    References(Map<String, String> env) {
        this.env = env;
    }

    Setting resolve(Setting setting) {
        if (!REFERENCE.matcher(setting.text()).find()) {
            return setting;
        }
        List<String> values =
                setting.values().stream().map(value -> resolve(value, setting)).toList();
        return new Setting(setting.key(), values, setting.origin(), setting.list(), true);
    }

    private String resolve(String value, Setting setting) {
        return REFERENCE
                .matcher(value)
                .replaceAll(reference -> Matcher.quoteReplacement(
                        reference.group(1).equals("env")
                                ? variable(reference.group(2), setting)
                                : content(reference.group(2), setting)));
    }

    private String variable(String name, Setting setting) {
        String value = env.get(name);
        if (value == null) {
            throw setting.wrong("refers to the environment variable " + name + ", which is not set; set it");
        }
        return value;
    }

    private static String content(String path, Setting setting) {
        try {
            return Files.readString(Path.of(path)).replaceFirst("\\R\\z", "");
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(
                    ExitCode.NO_INPUT,
                    setting.key() + " (" + setting.origin() + ") refers to the file " + path
                            + ", which can't be read; make it a UTF-8 file that this user may read",
                    e);
        }
    }
}
