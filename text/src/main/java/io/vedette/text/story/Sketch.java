package io.vedette.text.story;

import java.util.Arrays;

/**
 * A sketch of a text's wording, from which the share of wording that two texts have in common can be estimated: one
 * permutation hashing (Li, Owen and Zhang, 2012) of its four-word shingles into 64 bins, densified by rotation (Shrivastava
 * and Li, 2014), 8 bits of each bin's least hash.  The standard error of an estimate is 0.06 at most.  Immutable.
 */
public final class Sketch {

    /** How many bins, and bytes, a sketch has. */
    public static final int BINS = 64;

    /** With fewer, an estimate says too little. */
    private static final int FEW_SHINGLES = 12;

    /**
     * With fewer in common, two texts are taken to be different: a quarter of one bin matches by accident, which would make
     * much of a short text stand in a long one.  So the longer one may be 5 times as long at most.
     */
    private static final int FEW_BINS = 10;

    private static final double ACCIDENT = 1.0 / 256;

    private final byte[] bins;
    private final int shingles;

    /**
     * @param bins 64 bytes, shared and not copied; none for a text too short to have shingles
     * @param shingles how many the text has
     * @throws IllegalArgumentException if there are not 64 bins
     */
    public Sketch(byte[] bins, int shingles) {
        if (bins.length != BINS && bins.length != 0) {
            throw new IllegalArgumentException("a sketch has " + BINS + " bytes or none, not " + bins.length);
        }
        this.bins = bins;
        this.shingles = bins.length == 0 ? 0 : shingles;
    }

    public byte[] bins() {
        return bins;
    }

    public int shingles() {
        return shingles;
    }

    /**
     * How much of the shorter text stands in the longer one, from 0 to 1; of very short texts, 1 for the same wording and
     * 0 otherwise.
     */
    public double overlap(Sketch other) {
        int fewer = Math.min(shingles, other.shingles);
        if (fewer == 0) {
            return 0;
        }
        if (fewer < FEW_SHINGLES) {
            return shingles == other.shingles && Arrays.equals(bins, other.bins) ? 1 : 0;
        }
        int same = same(other);
        if (same < FEW_BINS) {
            return 0;
        }
        double jaccard = ((double) same / BINS - ACCIDENT) / (1 - ACCIDENT);
        double common = jaccard / (1 + jaccard) * ((double) shingles + other.shingles);
        return Math.min(1, common / fewer);
    }

    private int same(Sketch other) {
        int same = 0;
        for (int i = 0; i < BINS; i++) {
            same += bins[i] == other.bins[i] ? 1 : 0;
        }
        return same;
    }

    /** Takes the hashes of a text's words, one after the other. */
    static final class Builder {

        private static final int WORDS = 4;
        private static final long FACTOR = 0x9E3779B97F4A7C15L;

        /** FACTOR to the power of WORDS: what takes the oldest word out of the rolling hash. */
        private static final long OLDEST = power(WORDS);

        private final long[] least = new long[BINS];
        private final int[] last = new int[WORDS];
        private long rolling;
        private int words;

        /** Overflow is meant: the hash is what is left of it. */
        private static long power(int exponent) {
            long power = 1;
            for (int i = 0; i < exponent; i++) {
                power *= FACTOR;
            }
            return power;
        }

        Builder() {
            Arrays.fill(least, -1);
        }

        void word(int hash) {
            int slot = words % WORDS;
            rolling = rolling * FACTOR + hash - last[slot] * OLDEST;
            last[slot] = hash;
            words++;
            if (words >= WORDS) {
                long shingle = Hash.mix(rolling);
                int bin = (int) (shingle >>> 58);
                long value = shingle & 0x3FF_FFFF_FFFF_FFFFL;
                if (least[bin] < 0 || value < least[bin]) {
                    least[bin] = value;
                }
            }
        }

        Sketch build() {
            int shingles = words - WORDS + 1;
            if (shingles < 1) {
                return new Sketch(new byte[0], 0);
            }
            byte[] bins = new byte[BINS];
            for (int i = 0; i < BINS; i++) {
                int from = i;
                int steps = 0;
                while (least[from] < 0) {
                    from = (from + 1) % BINS;
                    steps++;
                }
                // The distance is mixed in: a borrowed value must not match the bin that it was borrowed from.
                bins[i] = (byte) Hash.mix(least[from] + steps * FACTOR);
            }
            return new Sketch(bins, shingles);
        }
    }
}
