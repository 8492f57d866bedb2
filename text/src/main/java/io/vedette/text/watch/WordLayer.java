package io.vedette.text.watch;

import java.util.Arrays;

/**
 * Which words of an article are the same in one respect: that of their stems, or of their norms.  The same words are a
 * group, groups are numbered by where they first stand, and the words of one form a chain.
 */
final class WordLayer {

    static final int NONE = -1;

    private final int[] groupAt;
    private final int[] following;
    private final int[] firsts;
    private final int[] sizes;
    private final long[] hashes;
    private final int groups;

    /** The groups, one more than their numbers, by hash: open addressing. */
    private final short[] small;

    private final int[] large;

    /** @param wordHashes of each word, in order */
    WordLayer(long[] wordHashes) {
        int words = wordHashes.length;
        groupAt = new int[words];
        following = new int[words];
        firsts = new int[words];
        sizes = new int[words];
        hashes = new long[words];
        int[] lasts = new int[words];
        int slots = Integer.highestOneBit(Math.max(8, words)) * 4;
        boolean few = words < Short.MAX_VALUE;
        small = new short[few ? slots : 0];
        large = new int[few ? 0 : slots];
        int found = 0;
        for (int i = 0; i < words; i++) {
            long hash = wordHashes[i];
            int slot = slot(hash);
            int group = at(slot) - 1;
            if (group < 0) {
                group = found++;
                put(slot, group + 1);
                hashes[group] = hash;
                firsts[group] = i;
            } else {
                following[lasts[group]] = i;
            }
            lasts[group] = i;
            following[i] = NONE;
            groupAt[i] = group;
            sizes[group]++;
        }
        groups = found;
    }

    /** How many different words there are. */
    int groups() {
        return groups;
    }

    /** The hash that the words of a group share. */
    long hash(int group) {
        return hashes[group];
    }

    /** The group of the words with that hash; {@link #NONE} if there are none. */
    int group(long hash) {
        return at(slot(hash)) - 1;
    }

    int groupAt(int position) {
        return groupAt[position];
    }

    /** The first word of a group. */
    int first(int group) {
        return firsts[group];
    }

    /** How many words a group has. */
    int size(int group) {
        return sizes[group];
    }

    /** The next word of the same group; {@link #NONE} behind the last. */
    int following(int position) {
        return following[position];
    }

    /** The hashes of all groups, each once. */
    long[] hashes() {
        return Arrays.copyOf(hashes, groups);
    }

    private int slot(long hash) {
        int mask = (large.length == 0 ? small.length : large.length) - 1;
        int slot = (int) (hash >>> 32) & mask;
        int entry = at(slot);
        while (entry != 0 && hashes[entry - 1] != hash) {
            slot = slot + 1 & mask;
            entry = at(slot);
        }
        return slot;
    }

    private int at(int slot) {
        return large.length == 0 ? small[slot] : large[slot];
    }

    private void put(int slot, int entry) {
        if (large.length == 0) {
            small[slot] = (short) entry;
        } else {
            large[slot] = entry;
        }
    }
}
