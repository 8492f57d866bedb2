package io.vedette.text.gazetteer.image;

/**
 * One of a place's names.
 *
 * @param text as it is written; at most 255 bytes of UTF-8
 * @param source where it comes from
 */
public record PlaceName(String text, NameSource source) {}
