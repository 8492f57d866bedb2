package io.vedette.text.watch;

import java.util.Arrays;

/**
 * Which atoms an article has, and which of its groups of words those of stems are; cleared in time of how many there are.
 * For one thread.
 */
final class Present {

    private static final int NO_GROUP = -1;

    private long[] bits = new long[64];
    private int[] groups = new int[64 * Long.SIZE];
    private int[] numbers = new int[256];
    private int count;

    void add(int number) {
        add(number, NO_GROUP);
    }

    void add(int number, int group) {
        int word = number >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
            groups = Arrays.copyOf(groups, bits.length * Long.SIZE);
        }
        if ((bits[word] & 1L << number) == 0) {
            bits[word] |= 1L << number;
            groups[number] = group;
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }
    }

    boolean has(int number) {
        int word = number >>> 6;
        return word < bits.length && (bits[word] & 1L << number) != 0;
    }

    /** The group of words of an atom that is there; -1 if it is no stem. */
    int group(int number) {
        return groups[number];
    }

    int count() {
        return count;
    }

    int get(int i) {
        return numbers[i];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            bits[numbers[i] >>> 6] = 0;
        }
        count = 0;
    }
}
