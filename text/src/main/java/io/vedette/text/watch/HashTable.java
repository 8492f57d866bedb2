package io.vedette.text.watch;

import java.util.Arrays;

/**
 * Numbers by hashes of 64 bits, in many small tables, so that none takes long to grow.  Open addressing; what is removed
 * leaves no gap (Knuth 6.4, algorithm R).  Not for threads that write at once.
 */
final class HashTable {

    static final int ABSENT = -1;

    private static final int TABLES = 256;
    private static final int LEAST = 8;

    private final long[][] keys = new long[TABLES][];
    private final int[][] values = new int[TABLES][];
    private final int[] sizes = new int[TABLES];

    HashTable() {
        Arrays.fill(keys, new long[0]);
        Arrays.fill(values, new int[0]);
    }

    /** The number of that hash, which is not 0; {@link #ABSENT} if it has none. */
    int get(long hash) {
        int table = table(hash);
        long[] inTable = keys[table];
        if (inTable.length == 0) {
            return ABSENT;
        }
        int slot = slot(inTable, hash);
        return inTable[slot] == 0 ? ABSENT : values[table][slot];
    }

    void put(long hash, int value) {
        int table = table(hash);
        if (2 * sizes[table] >= keys[table].length) {
            grow(table);
        }
        int slot = slot(keys[table], hash);
        sizes[table] += keys[table][slot] == 0 ? 1 : 0;
        keys[table][slot] = hash;
        values[table][slot] = value;
    }

    void remove(long hash) {
        int table = table(hash);
        long[] inTable = keys[table];
        int gap = inTable.length == 0 ? 0 : slot(inTable, hash);
        if (inTable.length == 0 || inTable[gap] == 0) {
            return;
        }
        int mask = inTable.length - 1;
        for (int next = gap + 1 & mask; inTable[next] != 0; next = next + 1 & mask) {
            int home = home(inTable, inTable[next]);
            if ((next - home & mask) >= (next - gap & mask)) {
                inTable[gap] = inTable[next];
                values[table][gap] = values[table][next];
                gap = next;
            }
        }
        inTable[gap] = 0;
        sizes[table]--;
    }

    int size() {
        return Arrays.stream(sizes).sum();
    }

    private void grow(int table) {
        long[] oldKeys = keys[table];
        int[] oldValues = values[table];
        int slots = Math.max(LEAST, 2 * oldKeys.length);
        keys[table] = new long[slots];
        values[table] = new int[slots];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys[table], oldKeys[i]);
                keys[table][slot] = oldKeys[i];
                values[table][slot] = oldValues[i];
            }
        }
    }

    private static int table(long hash) {
        return (int) (hash >>> 48) & TABLES - 1;
    }

    private static int home(long[] keys, long hash) {
        return (int) hash & keys.length - 1;
    }

    private static int slot(long[] keys, long hash) {
        int slot = home(keys, hash);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
