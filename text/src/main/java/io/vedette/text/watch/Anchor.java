package io.vedette.text.watch;

/**
 * Something that an article must have for a clause to be fulfilled, by which candidates are found.
 *
 * @param key a normed word, an entity's id, or a claim type's name
 */
record Anchor(Kind kind, String key) {

    enum Kind {
        WORD,
        ACTOR,
        PLACE,
        CLAIM
    }

    /**
     * How common it is thought to be, from 0 to 1: the share of articles that have it, guessed from its kind and, for a
     * word, its length, for short words are frequent ones (Zipf 1935).  A bad guess costs time and nothing else.
     */
    double share() {
        return switch (kind) {
            case ACTOR -> 0.01;
            case PLACE -> 0.03;
            case CLAIM -> 0.15;
            case WORD -> Math.max(0.003, 1.5 / Math.pow(Math.max(1, key.codePointCount(0, key.length())), 2.5));
        };
    }
}
