package io.vedette.runtime.config;

import java.time.Duration;

/** Checks that the sections' constructors share. */
final class Require {
    private Require() {}

    static void range(String component, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidValueException(component, "is " + value + "; give a number from " + min + " to " + max);
        }
    }

    static void atLeast(String component, Duration value, Duration min) {
        if (value.compareTo(min) < 0) {
            throw new InvalidValueException(
                    component, "is " + Values.text(value) + "; give a duration of at least " + Values.text(min));
        }
    }

    static void notBlank(String component, String value) {
        if (value.isBlank()) {
            throw new InvalidValueException(component, "is empty; give a value or leave the key out");
        }
    }

    static void matches(String component, String value, String regex, String remedy) {
        if (!value.matches(regex)) {
            throw new InvalidValueException(component, "is \"" + value + "\"; " + remedy);
        }
    }
}
