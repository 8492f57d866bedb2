package io.vedette.text.gazetteer;

import io.vedette.text.token.Tokens;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A trie over whole tokens, flattened into one hash table: each name and each beginning of a name by the hash of its
 * tokens, so that a text is matched with one probe for each token and without a vocabulary.  Filled once by one thread,
 * then only read.
 *
 * <p>Names that only share a hash would be taken for one another; with 64 bits and two million entries that happens once
 * in some 10^13 look-ups.
 */
final class NameTable {

    static final int NONE = -1;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** Hashes, 0 in empty slots. */
    private long[] keys;

    /**
     * The last posting of the name in that slot, NONE for what is only the beginning of names.  The lowest bit tells
     * whether a posting counts in any case.
     */
    private int[] heads;

    private int size;

    /**
     * A bit for the hash of each name and beginning of a name: it fits a cache of the processor where the keys don't, and
     * turns away most of what is no name.
     */
    private long[] filter;

    /** The same for the first words of names that count in any case. */
    private final long[] smallFilter = new long[1 << 10];

    /** What a posting stands for, and the posting before it of the same name. */
    private int[] values;

    private int[] before;
    private int postings;

    NameTable(int expectedNames) {
        int capacity = Integer.highestOneBit(Math.max(1 << 8, expectedNames)) << 2;
        keys = new long[capacity];
        heads = new int[capacity];
        filter = new long[capacity >> 5];
        values = new int[Math.max(16, expectedNames)];
        before = new int[values.length];
    }

    /**
     * Adds a value to a name; a name without tokens is left out.
     *
     * @param anyCase whether it counts also where the text begins it with a small letter
     */
    void put(Tokens name, int value, boolean anyCase) {
        long node = 0;
        int slot = NONE;
        for (int i = 0; i < name.count(); i++) {
            node = step(node, name.normHash(i));
            slot = claim(node);
            if (i == 0 && anyCase) {
                mark(smallFilter, node);
            }
        }
        if (slot != NONE) {
            int head = heads[slot];
            int posting = post(value, head == NONE ? NONE : head >> 1);
            heads[slot] = posting << 1 | (anyCase || head != NONE && (head & 1) == 1 ? 1 : 0);
        }
    }

    private int post(int value, int previous) {
        if (postings == values.length) {
            values = Arrays.copyOf(values, postings * 2);
            before = Arrays.copyOf(before, postings * 2);
        }
        values[postings] = value;
        before[postings] = previous;
        return postings++;
    }

    /** How many postings there are; they are numbered from 0. */
    int postings() {
        return postings;
    }

    /** What was put as that posting. */
    int value(int posting) {
        return values[posting];
    }

    /** The posting that was put before this one for the same name, or NONE. */
    int previous(int posting) {
        return before[posting];
    }

    /**
     * The longest name that starts at a token and ends before another.
     *
     * @param small whether the text begins with a small letter there, so that only names in any case count
     * @return its end, or -1
     */
    int longest(Tokens tokens, int from, int limit, boolean small) {
        long node = 0;
        int end = NONE;
        for (int i = from; i < limit; i++) {
            node = step(node, tokens.normHash(i));
            // The smaller filter first: it turns away nearly all words with a small letter, and they are most.
            if (small && i == from && !marked(smallFilter, node) || !marked(filter, node)) {
                break;
            }
            int slot = slot(node);
            if (keys[slot] == 0) {
                break;
            }
            int head = heads[slot];
            end = head == NONE || small && (head & 1) == 0 ? end : i + 1;
        }
        return end;
    }

    /**
     * The longest name that starts at a token, each token being itself or one of its other forms.
     *
     * @param others by token its other forms, null where it has none
     * @param small whether the text begins with a small letter there, so that only names in any case count
     * @return its end, or -1
     */
    int longest(Tokens tokens, long[][] others, int from, int limit, boolean small) {
        return longest(0, tokens, others, from, limit, small);
    }

    private int longest(long node, Tokens tokens, long[][] others, int from, int limit, boolean small) {
        if (from >= limit) {
            return NONE;
        }
        int end = longestThrough(step(node, tokens.normHash(from)), tokens, others, from, limit, small);
        long[] forms = others[from];
        if (forms != null) {
            for (long form : forms) {
                end = Math.max(end, longestThrough(step(node, form), tokens, others, from, limit, small));
            }
        }
        return end;
    }

    private int longestThrough(long node, Tokens tokens, long[][] others, int from, int limit, boolean small) {
        if (!marked(filter, node)) {
            return NONE;
        }
        int slot = slot(node);
        if (keys[slot] == 0) {
            return NONE;
        }
        int head = heads[slot];
        int here = head == NONE || small && (head & 1) == 0 ? NONE : from + 1;
        return Math.max(here, longest(node, tokens, others, from + 1, limit, small));
    }

    /**
     * Gives the last posting of each name that these tokens spell, each being itself or one of its other forms; those that
     * need fewer other forms at the beginning come first.
     */
    void find(Tokens tokens, long[][] others, int from, int end, IntConsumer found) {
        find(0, tokens, others, from, end, found);
    }

    private void find(long node, Tokens tokens, long[][] others, int from, int end, IntConsumer found) {
        if (from >= end) {
            int slot = slot(node);
            if (keys[slot] != 0 && heads[slot] != NONE) {
                found.accept(heads[slot] >> 1);
            }
            return;
        }
        findThrough(step(node, tokens.normHash(from)), tokens, others, from, end, found);
        long[] forms = others[from];
        if (forms != null) {
            for (long form : forms) {
                findThrough(step(node, form), tokens, others, from, end, found);
            }
        }
    }

    private void findThrough(long node, Tokens tokens, long[][] others, int from, int end, IntConsumer found) {
        if (keys[slot(node)] != 0) {
            find(node, tokens, others, from + 1, end, found);
        }
    }

    /** The last posting of the name that these tokens spell, or NONE. */
    int find(Tokens tokens, int from, int end) {
        long node = 0;
        for (int i = from; i < end; i++) {
            node = step(node, tokens.normHash(i));
        }
        if (!marked(filter, node)) {
            return NONE;
        }
        int slot = slot(node);
        return keys[slot] == 0 || heads[slot] == NONE ? NONE : heads[slot] >> 1;
    }

    private static long step(long node, long token) {
        long hash = (node * 31 + token) * FACTOR;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    private static void mark(long[] bits, long hash) {
        bits[(int) (hash >>> 30) & bits.length - 1] |= 1L << (hash >>> 24);
    }

    /** False says for certain that nothing was put under that hash, 0 among others. */
    private static boolean marked(long[] bits, long hash) {
        return (bits[(int) (hash >>> 30) & bits.length - 1] & 1L << (hash >>> 24)) != 0;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * FACTOR >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int claim(long key) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            if (++size * 3L > keys.length * 2L) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            heads[slot] = NONE;
            mark(filter, key);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = new int[oldKeys.length * 2];
        filter = new long[keys.length >> 5];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                mark(filter, oldKeys[i]);
                heads[slot] = oldHeads[i];
            }
        }
    }
}
