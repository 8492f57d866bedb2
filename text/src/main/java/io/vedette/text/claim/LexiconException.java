package io.vedette.text.claim;

/** A file of the claim lexicon cannot be understood; the message says which file, which line and why. */
public final class LexiconException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LexiconException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    LexiconException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
