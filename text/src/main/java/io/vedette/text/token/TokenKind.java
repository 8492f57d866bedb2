package io.vedette.text.token;

/** What sort of token it is. */
public enum TokenKind {
    /** Letters of any script, with inner apostrophes ("don't", "O'Brien") and dotted acronyms ("U.S."). */
    WORD,
    /** Starts with a digit: "3", "1,000.5", "10:30", and also "1st" and "40mm". */
    NUMBER,
    /** Anything else that is visible: one sign, or a run of the same sign. */
    PUNCTUATION,
    /** The "'s" after a word, or the "'" after a plural. */
    POSSESSIVE,
    /** An opening or closing quotation mark, single or double. */
    QUOTE
}
