package io.vedette.text.watch;

import java.util.Arrays;

/** A set of numbers that is gone through in their order and cleared as it is.  For one thread. */
final class Bits {

    private long[] bits = new long[64];

    /** One past the highest word that may not be 0. */
    private int end;

    void set(int number) {
        int word = number >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        }
        end = Math.max(end, word + 1);
        bits[word] |= 1L << number;
    }

    /** Whether it is in; takes it out. */
    boolean take(int number) {
        int word = number >>> 6;
        boolean in = word < bits.length && (bits[word] & 1L << number) != 0;
        if (in) {
            bits[word] &= ~(1L << number);
        }
        return in;
    }

    /** The lowest number from there on, taken out; -1 when there is none. */
    int takeNext(int from) {
        for (int word = from >>> 6; word < end; word++) {
            if (bits[word] != 0) {
                int bit = Long.numberOfTrailingZeros(bits[word]);
                bits[word] &= bits[word] - 1;
                return word << 6 | bit;
            }
        }
        end = 0;
        return -1;
    }

    void clear() {
        Arrays.fill(bits, 0, Math.min(end, bits.length), 0);
        end = 0;
    }
}
