package io.vedette.text.token;

import java.util.Map;

/**
 * A number for each of some words, found by the hash that a token brings along, without a string.  Filled by one thread,
 * then only read, by any number of them.
 *
 * <p>Another word of the same hash would be taken for one of these; with 64 bits and a hundred thousand words that
 * happens once in some 10^14 look-ups of words that are none of them.
 */
public final class WordTable {

    private final int absent;
    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    /** @param absent what {@link #get} gives for every other word */
    public WordTable(int absent) {
        this.absent = absent;
    }

    /** A table of these normalised words. */
    public static WordTable of(Map<String, Integer> words, int absent) {
        WordTable table = new WordTable(absent);
        words.forEach(table::put);
        return table;
    }

    /** Sets the number of a normalised word. */
    public void put(String norm, int value) {
        if (++size * 3 > keys.length) {
            grow();
        }
        put(Tokens.hashOf(norm), value);
    }

    /** The number of a normalised word. */
    public int get(String norm) {
        return get(Tokens.hashOf(norm));
    }

    /** The number of a token. */
    public int get(Tokens tokens, int i) {
        return get(tokens.normHash(i));
    }

    /** The number of the word with that {@link Tokens#hashOf hash}. */
    public int get(long hash) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (keys[slot] != 0) {
            if (keys[slot] == hash) {
                return values[slot];
            }
            slot = slot + 1 & mask;
        }
        return absent;
    }

    private void put(long hash, int value) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & mask;
        }
        keys[slot] = hash;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }
}
