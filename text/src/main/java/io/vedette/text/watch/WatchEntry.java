package io.vedette.text.watch;

/**
 * A watch, as a set holds it.
 *
 * @param id tells it from all others
 * @param version of the watch, to be found again in its matches
 * @param query what it asks
 */
public record WatchEntry(String id, int version, WatchQuery query) {}
