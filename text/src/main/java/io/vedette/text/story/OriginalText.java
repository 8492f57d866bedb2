package io.vedette.text.story;

/**
 * A text that is no copy of another one that is remembered.
 *
 * @param articleId of the first article that had it
 * @param sketch of its wording
 */
record OriginalText(String articleId, Sketch sketch) {}
