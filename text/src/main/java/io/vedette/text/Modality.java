package io.vedette.text;

/** How a claim is put. */
public enum Modality {
    ASSERTED,
    DENIED,
    POSSIBLE,
    FUTURE,
    CONDITIONAL
}
