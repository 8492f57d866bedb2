package io.vedette.text.watch;

import java.util.Arrays;

/**
 * Numbers by hashes of 64 bits, in many small tables, so that none takes long to grow.  Open addressing, a number right
 * beside its hash; what is removed leaves no gap (Knuth 6.4, algorithm R).  Not for threads that write at once.
 */
final class HashTable {

    static final int ABSENT = -1;

    private static final int TABLES = 256;
    private static final int LEAST = 16;

    /** Of each table the hashes at the even places, 0 for none, and their numbers at the odd ones. */
    private final long[][] tables = new long[TABLES][LEAST];

    private final int[] sizes = new int[TABLES];

    /** The number of that hash, which is not 0; {@link #ABSENT} if it has none. */
    int get(long hash) {
        long[] table = tables[table(hash)];
        int slot = slot(table, hash);
        return table[slot] == 0 ? ABSENT : (int) table[slot + 1];
    }

    void put(long hash, int value) {
        int number = table(hash);
        if (4 * sizes[number] >= tables[number].length) {
            tables[number] = grown(tables[number]);
        }
        long[] table = tables[number];
        int slot = slot(table, hash);
        sizes[number] += table[slot] == 0 ? 1 : 0;
        table[slot] = hash;
        table[slot + 1] = value;
    }

    void remove(long hash) {
        long[] table = tables[table(hash)];
        int gap = slot(table, hash);
        if (table[gap] == 0) {
            return;
        }
        int mask = table.length - 1;
        for (int next = gap + 2 & mask; table[next] != 0; next = next + 2 & mask) {
            int home = home(table, table[next]);
            if ((next - home & mask) >= (next - gap & mask)) {
                table[gap] = table[next];
                table[gap + 1] = table[next + 1];
                gap = next;
            }
        }
        table[gap] = 0;
        sizes[table(hash)]--;
    }

    int size() {
        return Arrays.stream(sizes).sum();
    }

    private static long[] grown(long[] old) {
        long[] table = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int slot = slot(table, old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
        return table;
    }

    private static int table(long hash) {
        return (int) (hash >>> 48) & TABLES - 1;
    }

    private static int home(long[] table, long hash) {
        return 2 * (int) hash & table.length - 1;
    }

    private static int slot(long[] table, long hash) {
        int slot = home(table, hash);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 2 & table.length - 1;
        }
        return slot;
    }
}
