package io.vedette.text.story;

/**
 * What sort of term a fingerprint holds.  The numbers are part of how fingerprints are written; of a term that occurs with
 * several kinds, the highest counts.
 */
final class TermKind {

    static final byte WORD = 0;

    /** Capitalised where an ordinary word would not be. */
    static final byte NAME = 1;

    static final byte NUMBER = 2;

    /** Not a word but the gazetteer's id of an actor or place, the same in every language. */
    static final byte ENTITY = 3;

    /** Part of the name of a person. */
    static final byte PERSON = 4;

    /** Part of the name of a place. */
    static final byte PLACE = 5;

    static final int COUNT = 6;

    private TermKind() {}
}
