package io.vedette.text.claim;

import io.vedette.text.claim.PatternIndex.Hit;
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

    /** Phrases that only together belong to a topic: "far post", "2-2 draw". */
    private final PatternIndex<Float> phrases = new PatternIndex<>();

    void addPhrase(Pattern phrase, double least) {
        phrases.add(phrase, (float) least);
    }

    void addWords(BitSet words, double least) {
        words.stream().forEach(word -> {
            byWord = word < byWord.length ? byWord : Arrays.copyOf(byWord, Math.max(word + 1, byWord.length * 2));
            byWord[word] = Math.max(byWord[word], (float) least);
        });
    }

    /** The topics of a field's words. */
    OfField of(FieldTokens tokens) {
        int count = tokens.tokens().count();
        float[] needed = new float[count];
        for (int i = 0; i < count; i++) {
            int id = tokens.id(i);
            needed[i] = id < byWord.length ? byWord[id] : 0;
        }
        for (Hit<Float> phrase : phrases.hits(tokens, 0, count)) {
            needed[phrase.anchor()] = Math.max(needed[phrase.anchor()], phrase.rule());
        }
        return new OfField(needed);
    }

    /** What the words of one field ask for, by token: 0 where they are of no topic. */
    static final class OfField {

        private final float[] needed;
        private final double inField;

        private OfField(float[] needed) {
            this.needed = needed;
            this.inField = least(0, needed.length, Math.max(IN_FIELD, needed.length / APART));
        }

        /** The confidence that a rule needs in a sentence; 0 where any will do. */
        double leastInSentence(int from, int to) {
            return Math.max(inField, least(from, to, IN_SENTENCE));
        }

        /** Of words side by side, as in "football tournament", one counts: they are one sign. */
        private double least(int from, int to, int enough) {
            int seen = 0;
            float least = 0;
            for (int i = from; i < to; i++) {
                if (needed[i] > 0) {
                    seen += i > from && needed[i - 1] > 0 ? 0 : 1;
                    least = Math.max(least, needed[i]);
                }
            }
            return seen >= enough ? least : 0;
        }
    }
}
