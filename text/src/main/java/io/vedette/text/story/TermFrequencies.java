package io.vedette.text.story;

/**
 * In how many of the last articles a term occurred, and so how much it tells.  Terms share counters where their hashes do:
 * two million counters for the terms of some 100,000 articles.  Not thread-safe.
 */
final class TermFrequencies {

    private static final int COUNTERS = 1 << 21;

    /**
     * What is assumed before anything was read: this many articles, in which every term has the share of e to the power of
     * -5, that of an ordinary telling word of news.
     */
    private static final double ASSUMED_ARTICLES = 500;

    private static final double ASSUMED_OCCURRENCES = ASSUMED_ARTICLES * Math.exp(-5) + 0.3;

    /** Rarer than this is not more telling: names that nobody else uses and misspellings look alike. */
    private static final float MOST_TELLING = 7;

    private static final int LOGARITHMS = 1 << 16;

    private final int[] counters = new int[COUNTERS];
    private final float[] logarithms = new float[LOGARITHMS];
    private int articles;
    private float logArticles = (float) StrictMath.log(ASSUMED_ARTICLES);

    TermFrequencies() {
        for (int i = 0; i < LOGARITHMS; i++) {
            logarithms[i] = (float) StrictMath.log(ASSUMED_OCCURRENCES + i);
        }
    }

    void add(int[] terms) {
        for (int term : terms) {
            counters[term & (COUNTERS - 1)]++;
        }
        count(articles + 1);
    }

    void remove(int[] terms) {
        for (int term : terms) {
            counters[term & (COUNTERS - 1)]--;
        }
        count(articles - 1);
    }

    /** How much a term tells: the logarithm of how rarely it occurs, never below a twentieth. */
    float telling(int term) {
        int occurrences = Math.min(LOGARITHMS - 1, counters[term & (COUNTERS - 1)]);
        return Math.max(0.05f, Math.min(MOST_TELLING, logArticles - logarithms[occurrences]));
    }

    /** {@link #telling} to the power of 1.5: rare terms decide, common ones only add to it. */
    float emphasis(int term) {
        float telling = telling(term);
        return telling * (float) Math.sqrt(telling);
    }

    private void count(int now) {
        articles = now;
        logArticles = (float) StrictMath.log(ASSUMED_ARTICLES + articles);
    }
}
