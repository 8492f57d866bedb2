package io.vedette.text.claim;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Words of other walks of life, sport or the stock market, in which "attack", "shot" and "rally" mean something else: how
 * sure a rule must be to count among them.  It grows while a lexicon is compiled and is only read afterwards.
 */
final class Topics {

    /** How many of them make a sentence about their topic. */
    private static final int IN_SENTENCE = 2;

    /** How many of them make a field about it, and in how many tokens at most one may be met. */
    private static final int IN_FIELD = 5;

    private static final int APART = 90;

    private float[] byWord = new float[1];

    void add(BitSet words, double least) {
        words.stream().forEach(word -> {
            byWord = word < byWord.length ? byWord : Arrays.copyOf(byWord, Math.max(word + 1, byWord.length * 2));
            byWord[word] = Math.max(byWord[word], (float) least);
        });
    }

    /** The confidence that a rule needs in all of a field; 0 where any will do. */
    double leastInField(FieldTokens tokens) {
        int count = tokens.tokens().count();
        return least(tokens, 0, count, Math.max(IN_FIELD, count / APART));
    }

    /** The confidence that a rule needs in a sentence; 0 where any will do. */
    double leastInSentence(FieldTokens tokens, int from, int to) {
        return least(tokens, from, to, IN_SENTENCE);
    }

    private double least(FieldTokens tokens, int from, int to, int enough) {
        int seen = 0;
        float least = 0;
        for (int i = from; i < to; i++) {
            int id = tokens.id(i);
            float needed = id < byWord.length ? byWord[id] : 0;
            if (needed > 0) {
                seen++;
                least = Math.max(least, needed);
            }
        }
        return seen >= enough ? least : 0;
    }
}
