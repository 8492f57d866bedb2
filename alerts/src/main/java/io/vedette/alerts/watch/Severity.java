package io.vedette.alerts.watch;

import java.util.Arrays;

/** How much an alert matters to whoever wrote the watch. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /**
     * The severity of that name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Severity of(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "severity: \"" + name + "\" is none; use INFO, WARNING or CRITICAL"));
    }
}
