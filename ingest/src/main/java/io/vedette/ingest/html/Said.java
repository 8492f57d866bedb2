package io.vedette.ingest.html;

/**
 * Something that a page says of its article, and where.
 *
 * @param value as it stands there
 * @param from {@code json-ld}, {@code opengraph}, {@code meta}, {@code microdata}, {@code text} or {@code url}
 */
record Said(String value, String from) {}
