package io.vedette.text.story;

/** The terms of one article, their weights scaled so that a long article counts no more in a story than a short one. */
final class ArticleTerms {

    /** The length of the vector of weights. */
    private static final int LENGTH = 1024;

    private final int[] terms;
    private final int[] weights;
    private final byte[] kinds;

    ArticleTerms(Fingerprint fingerprint) {
        terms = fingerprint.terms();
        kinds = fingerprint.kinds();
        byte[] given = fingerprint.weights();
        weights = new int[terms.length];
        long squares = 0;
        for (byte weight : given) {
            squares += weight * weight;
        }
        double scale = squares == 0 ? 0 : LENGTH / Math.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (int) Math.rint(given[i] * scale);
        }
    }

    /** A story as if it were an article, to be held against another story. */
    ArticleTerms(Story story) {
        terms = story.terms;
        weights = story.weights;
        kinds = story.kinds;
    }

    int count() {
        return terms.length;
    }

    int[] terms() {
        return terms;
    }

    int term(int i) {
        return terms[i];
    }

    int weight(int i) {
        return weights[i];
    }

    byte[] kinds() {
        return kinds;
    }

    byte kind(int i) {
        return kinds[i];
    }
}
