package io.vedette.text.story;

import java.util.Arrays;

/** The stories that share telling terms with an article, by how much those tell.  Not thread-safe, used again and again. */
final class Candidates {

    /** How many stories are looked at closely. */
    static final int MOST = 12;

    /** By how many of its terms an article is looked up. */
    private static final int QUERY_TERMS = 24;

    /** How many stories are looked at for one term, the newest ones; an older one is found by its rarer terms. */
    private static final int MOST_PER_TERM = 128;

    private static final int SLOTS = 8192;

    private final int[] ordinals = new int[SLOTS];
    private final float[] shared = new float[SLOTS];
    private final int[] used = new int[QUERY_TERMS * MOST_PER_TERM];
    private int count;

    /** Ordinals of the best ones, the best first; of equals the older. */
    int[] find(ArticleTerms article, TermFrequencies frequencies, StoryIndex index) {
        clear();
        float[] telling = TermRanking.telling(article.terms(), article.kinds(), frequencies);
        for (int i : TermRanking.best(article, telling, QUERY_TERMS)) {
            StoryIndex.Postings postings = index.postings(article.term(i));
            int size = postings == null ? 0 : Math.min(MOST_PER_TERM, postings.size());
            float weight = article.weight(i) * telling[i] * telling[i];
            for (int p = 0; p < size && postings != null; p++) {
                add(postings.newest(p), weight);
            }
        }
        return best();
    }

    private void add(int ordinal, float weight) {
        int slot = Hash.mix(ordinal) & (SLOTS - 1);
        while (shared[slot] > 0 && ordinals[slot] != ordinal) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (shared[slot] == 0) {
            ordinals[slot] = ordinal;
            used[count++] = slot;
        }
        shared[slot] += weight;
    }

    private int[] best() {
        long[] ranked = new long[count];
        for (int i = 0; i < count; i++) {
            // Weights are positive, so that the bits of a float sort as the float does.
            long weight = Float.floatToIntBits(shared[used[i]]);
            ranked[i] = weight << 32 | (Integer.MAX_VALUE - ordinals[used[i]]);
        }
        Arrays.sort(ranked);
        int[] best = new int[Math.min(MOST, count)];
        for (int i = 0; i < best.length; i++) {
            best[i] = Integer.MAX_VALUE - (int) ranked[count - 1 - i];
        }
        return best;
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            shared[used[i]] = 0;
        }
        count = 0;
    }
}
