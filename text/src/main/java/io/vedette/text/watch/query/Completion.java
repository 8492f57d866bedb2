package io.vedette.text.watch.query;

/**
 * An actor or place that somebody may mean who has begun to write.
 *
 * @param name the one of its names that begins so, as the gazetteer writes it
 */
public record Completion(String name, Described entity) {}
