package io.vedette.text.watch;

import java.util.Arrays;
import java.util.BitSet;

/** A list of ints that grows. */
final class Numbers {

    private int[] values = new int[1];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void addAll(Numbers others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    void addTo(BitSet bits) {
        for (int i = 0; i < size; i++) {
            bits.set(values[i]);
        }
    }
}
