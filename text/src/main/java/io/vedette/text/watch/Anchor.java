package io.vedette.text.watch;

import io.vedette.text.token.Tokens;

/**
 * Something that an article must have for a clause to be fulfilled, by which candidates are found.
 *
 * @param key a normed word, an entity's id, a code: what the kind says
 */
public record Anchor(Kind kind, String key) {

    /** What every article has. */
    static final Anchor ALWAYS = new Anchor(Kind.ALWAYS, "");

    /** What every article has that claims something. */
    static final Anchor CLAIMED = new Anchor(Kind.CLAIMED, "");

    /** What every article has that names a place of which it is known where it is. */
    static final Anchor LOCATED = new Anchor(Kind.LOCATED, "");

    /** What it is.  With each is the share of articles that have one, guessed; a bad guess costs time and nothing else. */
    public enum Kind {
        /** A word, to be stemmed by the language of the article. */
        STEM(0),
        /** A word's norm. */
        NORM(0),
        /** A pattern of words. */
        WILDCARD(0.05),
        /** An actor's id. */
        ACTOR(0.01),
        /** A {@link io.vedette.text.MentionType}'s name. */
        ACTOR_TYPE(0.4),
        /** ISO 3166-1 alpha-2, upper case. */
        ACTOR_COUNTRY(0.1),
        /** The id of a place or of any area that it lies in. */
        AREA(0.03),
        /** ISO 3166-1 alpha-2, upper case. */
        PLACE_COUNTRY(0.15),
        /** The south-western corner of a degree by a degree, as in "47/35": south to north, and 0 to 359 to the east. */
        CELL(0.01),
        /** A place of which it is known where it is. */
        LOCATED(0.8),
        /** A {@link io.vedette.text.ClaimType}'s name. */
        CLAIM_TYPE(0.15),
        /** Lower case. */
        CLAIM_SUBTYPE(0.05),
        /** "PLOVER:" or "ACLED:" and a code in lower case. */
        CLAIM_CODE(0.1),
        /** The id of an actor that claims something. */
        SAID_BY(0.01),
        /** Any claim. */
        CLAIMED(0.85),
        /** The norms of the words of an outlet's name, with spaces between. */
        SOURCE(0.01),
        /** The host of the address, or a domain above it; lower case. */
        DOMAIN(0.01),
        /** The primary subtag, lower case. */
        LANGUAGE(0.3),
        /** What every article has. */
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
