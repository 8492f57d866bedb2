package io.vedette.text.watch;

import org.jspecify.annotations.Nullable;

/**
 * Which words of an article are the same in one respect: that of their norms, or of their stems.  The same words are a
 * group; groups are numbered by where they first stand.
 *
 * <p>Whether a word is new cannot be foreseen, and a processor that foresees wrongly loses more time than all of this
 * takes; so both cases are one, and what is new is told by arithmetic.
 */
final class WordGroups {

    /** No group: one less than 0, so that a slot needs no second look. */
    static final int NONE = -1;

    private final int[] groupAt;
    private final int[] firsts;

    /** Of the groups, from 1; at 0 there is 0, which no hash is. */
    private final long[] hashes;

    private final int count;

    /** The groups by their hashes, one more than their numbers, and 0 for none: open addressing. */
    private final int[] slots;

    /**
     * Groups words by their own hashes.
     *
     * @param wordHashes of each word, in order
     * @param words how many there are
     */
    static WordGroups of(long[] wordHashes, int words) {
        return new WordGroups(wordHashes, words, null);
    }

    /** Groups words that are in groups already, some of which are one in this respect: by the hashes of those groups. */
    static WordGroups of(long[] groupHashes, WordGroups finer) {
        return new WordGroups(groupHashes, finer.count, finer);
    }

    private WordGroups(long[] of, int size, @Nullable WordGroups finer) {
        int[] groups = new int[size];
        firsts = new int[size + 1];
        hashes = new long[size + 2];
        slots = new int[Integer.highestOneBit(Math.max(8, size)) * 4];
        int found = 0;
        for (int i = 0; i < size; i++) {
            int slot = slot(of[i]);
            int isNew = slots[slot] - 1 >>> 31;
            int group = slots[slot] - 1 + isNew * (found + 1);
            slots[slot] = group + 1;
            hashes[found + 1] = of[i]; // stands if it is new, or else until there is one that is
            firsts[found] = i;
            found += isNew;
            groups[i] = group;
        }
        count = found;
        groupAt = finer == null ? groups : new int[finer.groupAt.length];
        if (finer != null) {
            ofWords(finer, groups);
        }
    }

    /** Brings what is said of finer groups down to words. */
    private void ofWords(WordGroups finer, int[] groups) {
        for (int i = 0; i < groupAt.length; i++) {
            groupAt[i] = groups[finer.groupAt[i]];
        }
        for (int i = 0; i < count; i++) {
            firsts[i] = finer.firsts[firsts[i]];
        }
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (isOther(hashes[slots[slot]], hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Whether the hash held is another one than this: neither it nor none. */
    private static boolean isOther(long held, long hash) {
        long difference = held ^ hash;
        return ((difference | -difference) & (held | -held)) < 0;
    }

    /** How many words there are. */
    int words() {
        return groupAt.length;
    }

    /** How many different ones. */
    int count() {
        return count;
    }

    /** The hash that the words of a group share. */
    long hash(int group) {
        return hashes[group + 1];
    }

    /** The group of the words with that hash; {@link #NONE} if there are none. */
    int group(long hash) {
        return slots[slot(hash)] - 1;
    }

    int groupAt(int position) {
        return groupAt[position];
    }

    /** The first word of a group. */
    int first(int group) {
        return firsts[group];
    }
}
