package io.vedette.text.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of an article to tell its story from others: its most telling terms, a sketch of its wording, what it
 * claims.  Takes less than 1 KB however long the article is.  Immutable; the arrays are shared, not copied: nobody may
 * write to them.
 */
public final class Fingerprint {

    /** No article has more terms. */
    public static final int MOST_TERMS = 64;

    /** No article has more claims. */
    public static final int MOST_CLAIMS = 16;

    private final int[] terms;
    private final byte[] weights;
    private final byte[] kinds;
    private final Sketch sketch;
    private final int outlet;
    private final @Nullable Instant published;
    private final List<ClaimKey> claims;
    private final @Nullable String forwardOf;

    /**
     * @param terms hashes, ascending and each once; {@link #MOST_TERMS} at most
     * @param weights how often each term stands there and how prominently, from 1 to 127
     * @param kinds of each term: 0 word, 1 name, 2 number, 3 the gazetteer's id of an actor or place, 4 of a person's name,
     *     5 of a place's name
     * @param sketch of its wording
     * @param outlet a hash of the outlet's name; 0 where it is unknown
     * @param published when the outlet published it; null if unknown
     * @param claims the first of what it claims
     * @throws IllegalArgumentException if terms, weights and kinds are not as said
     */
    public Fingerprint(
            int[] terms,
            byte[] weights,
            byte[] kinds,
            Sketch sketch,
            int outlet,
            @Nullable Instant published,
            List<ClaimKey> claims) {
        this(terms, weights, kinds, sketch, outlet, published, claims, null);
    }

    private Fingerprint(
            int[] terms,
            byte[] weights,
            byte[] kinds,
            Sketch sketch,
            int outlet,
            @Nullable Instant published,
            List<ClaimKey> claims,
            @Nullable String forwardOf) {
        check(terms, weights, kinds);
        this.terms = terms;
        this.weights = weights;
        this.kinds = kinds;
        this.sketch = sketch;
        this.outlet = outlet;
        this.published = published;
        this.claims = List.copyOf(claims);
        this.forwardOf = forwardOf;
    }

    /**
     * The same of an article that repeats another by its own account, as forwarded messages do.
     *
     * @param original id of that article, or what else tells it from others; null if it repeats nobody
     */
    public Fingerprint withForwardOf(@Nullable String original) {
        return new Fingerprint(terms, weights, kinds, sketch, outlet, published, claims, original);
    }

    private static void check(int[] terms, byte[] weights, byte[] kinds) {
        if (terms.length > MOST_TERMS || terms.length != weights.length || terms.length != kinds.length) {
            throw new IllegalArgumentException(
                    "a fingerprint with " + terms.length + " terms, " + weights.length + " weights and " + kinds.length
                            + " kinds; there is one of each for a term, and at most " + MOST_TERMS);
        }
        for (int i = 0; i < terms.length; i++) {
            if (i > 0 && terms[i - 1] >= terms[i]) {
                throw new IllegalArgumentException("term " + i + " of a fingerprint is out of order");
            }
            if (weights[i] < 1 || kinds[i] < 0 || kinds[i] >= TermKind.COUNT) {
                throw new IllegalArgumentException(
                        "term " + i + " of a fingerprint has weight " + weights[i] + " and kind " + kinds[i]);
            }
        }
    }

    public int[] terms() {
        return terms;
    }

    public byte[] weights() {
        return weights;
    }

    public byte[] kinds() {
        return kinds;
    }

    public Sketch sketch() {
        return sketch;
    }

    public int outlet() {
        return outlet;
    }

    public @Nullable Instant published() {
        return published;
    }

    public List<ClaimKey> claims() {
        return claims;
    }

    /** What it repeats by its own account; null if it says that of nothing. */
    public @Nullable String forwardOf() {
        return forwardOf;
    }
}
