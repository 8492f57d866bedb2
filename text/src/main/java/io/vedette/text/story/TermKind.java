package io.vedette.text.story;

/** What sort of term a fingerprint holds.  The numbers are part of how fingerprints are written. */
final class TermKind {

    static final byte WORD = 0;

    /** Capitalised where an ordinary word would not be. */
    static final byte NAME = 1;

    static final byte NUMBER = 2;

    /** Not a word but the gazetteer's id of an actor or place, the same in every language. */
    static final byte ENTITY = 3;

    static final int COUNT = 4;

    private TermKind() {}
}
