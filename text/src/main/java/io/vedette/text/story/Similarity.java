package io.vedette.text.story;

/**
 * How similar an article is to a story: the cosine of their terms, each weighted by how much it tells, names more than
 * words; less what speaks against it.  Two events of one sort (two earthquakes, two arrests) share most words.  What
 * tells them apart is that the article lacks the names that nearly all of the story's articles have, and has others.
 *
 * <p>One shared term is no event: two short articles may have a rare name in common and nothing else.  So the most telling
 * one counts no more than all others that are shared.
 */
final class Similarity {

    /** By kind of term: word, name, number, entity (which stands beside the words of its name), person, place. */
    private static final float[] BY_KIND = {1, 1.3f, 1, 0.7f, 1.3f, 1.3f};

    /** How much shared numbers count on top of being shared terms. */
    private static final float NUMBERS = 0.5f;

    /** By kind of term: how much it speaks against an article that it lacks those of the story and has others. */
    private static final float[] OTHERS = {0, 0.1f, 0, 0, 0.4f, 0.1f};

    /** A term belongs to the core of a story if this share of its articles has it. */
    private static final float CORE = 0.5f;

    private Similarity() {}

    /** What a term of this kind counts. */
    static float factor(byte kind) {
        return BY_KIND[kind];
    }

    /** From below 0 to about 1. */
    static float of(ArticleTerms article, Story story, TermFrequencies frequencies) {
        Sums sums = new Sums(story.articles);
        int a = 0;
        int s = 0;
        while (a < article.count() || s < story.terms.length) {
            boolean inArticle = s == story.terms.length || a < article.count() && article.term(a) <= story.terms[s];
            boolean inStory = a == article.count() || s < story.terms.length && story.terms[s] <= article.term(a);
            int term = inArticle ? article.term(a) : story.terms[s];
            byte kind = inArticle ? article.kind(a) : story.kinds[s];
            if (inStory) {
                kind = (byte) Math.max(kind, story.kinds[s]);
            }
            float telling = frequencies.emphasis(term) * BY_KIND[kind];
            float inArticleWeight = inArticle ? article.weight(a) * telling : 0;
            float inStoryWeight = inStory ? story.weights[s] * telling : 0;
            sums.add(kind, inArticleWeight, inStoryWeight, inStory ? story.members[s] : 0);
            a += inArticle ? 1 : 0;
            s += inStory ? 1 : 0;
        }
        return sums.result();
    }

    private static final class Sums {

        private final float coreMembers;
        private double dot;
        private double strongest;
        private double numbers;
        private double articleSquares;
        private double storySquares;
        private final double[] inArticleOf = new double[TermKind.COUNT];
        private final double[] otherOf = new double[TermKind.COUNT];
        private final double[] coreOf = new double[TermKind.COUNT];
        private final double[] missedOf = new double[TermKind.COUNT];

        Sums(int articles) {
            coreMembers = CORE * articles;
        }

        void add(byte kind, float inArticle, float inStory, int members) {
            double product = (double) inArticle * inStory;
            dot += product;
            strongest = Math.max(strongest, product);
            articleSquares += (double) inArticle * inArticle;
            storySquares += (double) inStory * inStory;
            if (kind == TermKind.NUMBER) {
                numbers += product;
            }
            inArticleOf[kind] += inArticle;
            otherOf[kind] += members == 0 ? inArticle : 0;
            boolean core = members > 0 && members >= coreMembers;
            coreOf[kind] += core ? inStory : 0;
            missedOf[kind] += core && inArticle == 0 ? inStory : 0;
        }

        float result() {
            double lengths = Math.sqrt(articleSquares * storySquares);
            if (lengths == 0) {
                return 0;
            }
            double against = 0;
            for (int kind = 0; kind < TermKind.COUNT; kind++) {
                if (inArticleOf[kind] > 0 && coreOf[kind] > 0) {
                    against += OTHERS[kind] * (otherOf[kind] / inArticleOf[kind]) * (missedOf[kind] / coreOf[kind]);
                }
            }
            double others = dot - strongest;
            return (float) ((others + Math.min(strongest, others) + NUMBERS * numbers) / lengths - against);
        }
    }
}
