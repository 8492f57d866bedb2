package io.vedette.text.watch;

import java.util.Arrays;

/** Which numbers there are, and in which order they came; cleared in time of how many there are.  For one thread. */
final class Present {

    private long[] bits = new long[64];
    private int[] numbers = new int[256];
    private int count;

    void add(int number) {
        int word = number >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        }
        if ((bits[word] & 1L << number) == 0) {
            bits[word] |= 1L << number;
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

    int count() {
        return count;
    }

    int get(int i) {
        return numbers[i];
    }

    /** Brings them into their own order. */
    void sort() {
        Arrays.sort(numbers, 0, count);
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            bits[numbers[i] >>> 6] = 0;
        }
        count = 0;
    }
}
