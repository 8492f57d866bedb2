package io.vedette.text.claim;

import io.vedette.text.QuantityKind;
import org.jspecify.annotations.Nullable;

/** A word that says what a number counts. */
record CountedWord(QuantityKind kind, @Nullable String unit) {}
