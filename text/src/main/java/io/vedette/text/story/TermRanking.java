package io.vedette.text.story;

import java.util.Arrays;

/** Which terms of an article tell most. */
final class TermRanking {

    private TermRanking() {}

    /** How much each term tells, its kind considered. */
    static float[] telling(int[] terms, byte[] kinds, TermFrequencies frequencies) {
        float[] telling = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            telling[i] = frequencies.telling(terms[i]) * Similarity.factor(kinds[i]);
        }
        return telling;
    }

    /** Indexes of the most telling terms, the best first; of equals the later one. */
    static int[] best(ArticleTerms article, float[] telling, int most) {
        long[] ranked = new long[article.count()];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = (long) Float.floatToIntBits(article.weight(i) * telling[i]) << 32 | i;
        }
        Arrays.sort(ranked);
        int[] best = new int[Math.min(most, ranked.length)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) ranked[ranked.length - 1 - i];
        }
        return best;
    }
}
