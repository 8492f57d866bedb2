package io.vedette.app.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a file found.
 *
 * @param file as it was named
 * @param problem why it is no file of watches: file, line, what is wrong, what to do; null for one that is
 * @param watches in their order; empty for what is no file of watches
 */
public record CheckedFile(String file, @Nullable String problem, List<CheckedWatch> watches) {

    public CheckedFile {
        watches = List.copyOf(watches);
    }
}
