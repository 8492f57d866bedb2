package io.vedette.text.watch;

import io.vedette.text.token.Tokens;

/**
 * Something that an article must have for a clause to be fulfilled, by which candidates are found.
 *
 * @param key a normed word, an entity's id, a code: what the kind says
 */
record Anchor(Kind kind, String key) {

    /** What every article has. */
    static final Anchor ALWAYS = new Anchor(Kind.ALWAYS, "");

    /** What every article has that claims something. */
    static final Anchor CLAIMED = new Anchor(Kind.CLAIMED, "");

    /** What every article has that names a place of which it is known where it is. */
    static final Anchor LOCATED = new Anchor(Kind.LOCATED, "");

    /** With the share of articles that have one of the kind, guessed; a bad guess costs time and nothing else. */
    enum Kind {
        /** A word, to be stemmed by the language of the article. */
        STEM(0),
        /** A word's norm. */
        NORM(0),
        /** A pattern of words. */
        WILDCARD(0.05),
        ACTOR(0.01),
        ACTOR_TYPE(0.4),
        ACTOR_COUNTRY(0.1),
        /** A place or any area that it lies in. */
        AREA(0.03),
        PLACE_COUNTRY(0.15),
        /** A degree of latitude and longitude. */
        CELL(0.01),
        LOCATED(0.8),
        CLAIM_TYPE(0.15),
        CLAIM_SUBTYPE(0.05),
        CLAIM_CODE(0.1),
        SAID_BY(0.01),
        CLAIMED(0.85),
        SOURCE(0.01),
        DOMAIN(0.01),
        LANGUAGE(0.3),
        ALWAYS(1);

        private final double share;

        Kind(double share) {
            this.share = share;
        }
    }

    /** How common it is thought to be, from 0 to 1: the share of articles that have it. */
    double share() {
        return switch (kind) {
            case STEM -> WordShares.of(key);
            case NORM -> WordShares.of(key) * 0.7;
            case WILDCARD -> WordShares.ofLetters(new Glob(key));
            default -> kind.share;
        };
    }

    /** A number for it that no other has, but for one pair in some 10^19. */
    long hash() {
        return hash(kind, Tokens.hashOf(key));
    }

    /** The same of a key of which the {@link Tokens#hashOf hash} is known. */
    static long hash(Kind kind, long keyHash) {
        return keyHash + kind.ordinal() * 0x9E3779B97F4A7C15L | 1L << 63;
    }
}
