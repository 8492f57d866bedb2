package io.vedette.text.watch;

/** In what share of articles a word stands. */
final class WordShares {

    private WordShares() {}

    /** Guessed from the length of a normed word, for short words are frequent ones (Zipf 1935). */
    static double of(String word) {
        return Math.max(0.003, 1.5 / Math.pow(Math.max(1, word.codePointCount(0, word.length())), 2.5));
    }

    /** The share of articles that have some word with a given beginning of that length. */
    static double ofPrefix(int length) {
        return Math.min(1, Math.max(0.01, Math.pow(0.55, length)));
    }
}
