package io.vedette.text;

/** The parts of a document that are tagged and matched, each with offsets of its own. */
public enum Field {
    TITLE,
    BODY
}
