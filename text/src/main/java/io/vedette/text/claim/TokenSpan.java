package io.vedette.text.claim;

/** A stretch of tokens, the end exclusive. */
record TokenSpan(int start, int end) {}
