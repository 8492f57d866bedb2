package io.vedette.app.watch;

import java.util.List;

/**
 * What the check of a watch found.
 *
 * @param id of the watch
 * @param examples how many were tried
 * @param errors why it can't be taken, a line each
 * @param warnings what looks wrong, a line each
 */
public record CheckedWatch(String id, int examples, List<String> errors, List<String> warnings) {

    public CheckedWatch {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether it could be written. */
    public boolean isGood() {
        return errors.isEmpty();
    }
}
