package io.vedette.text.watch;

import org.jspecify.annotations.Nullable;

/**
 * A watch, as a set holds it.
 *
 * @param id tells it from all others
 * @param version of the watch, to be found again in its matches
 * @param query what it asks
 * @param attachment whatever whoever adds it wants to find again in its matches; null for nothing
 */
public record WatchEntry(
        String id, int version, WatchQuery query, @Nullable Object attachment) {

    /** With nothing attached. */
    public WatchEntry(String id, int version, WatchQuery query) {
        this(id, version, query, null);
    }
}
