package io.vedette.app.page;

/**
 * A stretch of a field that is shown in colour.
 *
 * @param start first code unit
 * @param end one past the last
 * @param layer its colour
 * @param hint what the reader is told who points at it
 */
record Mark(int start, int end, Layer layer, String hint) {}
