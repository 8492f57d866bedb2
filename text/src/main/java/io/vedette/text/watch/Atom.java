package io.vedette.text.watch;

import java.util.Arrays;

/** An anchor of a set of watches: which of them it leads to.  Not for threads that write at once. */
final class Atom {

    /** Instead of a guard: the anchor alone makes the watch true. */
    static final int SURE = -2;

    /** Instead of a guard: there is none. */
    static final int UNGUARDED = -1;

    private static final int[] NONE = {};

    private final Anchor anchor;
    private final int number;

    /** Pairs: the number of a watch, and that of an atom which an article must have too. */
    private int[] postings = NONE;

    private int size;

    /** How many watches it leads to or guards. */
    private int uses;

    Atom(Anchor anchor, int number) {
        this.anchor = anchor;
        this.number = number;
    }

    Anchor anchor() {
        return anchor;
    }

    int number() {
        return number;
    }

    int[] postings() {
        return postings;
    }

    /** How many of the {@link #postings} count, two for each watch. */
    int size() {
        return size;
    }

    void use() {
        uses++;
    }

    /** @return whether nothing uses it any more */
    boolean unuse() {
        return --uses == 0;
    }

    void add(int watch, int guard) {
        if (size == postings.length) {
            postings = Arrays.copyOf(postings, size + Math.max(2, size >> 2 << 1));
        }
        postings[size++] = watch;
        postings[size++] = guard;
    }

    void remove(int watch) {
        for (int i = 0; i < size; i += 2) {
            if (postings[i] == watch) {
                size -= 2;
                postings[i] = postings[size];
                postings[i + 1] = postings[size + 1];
                return;
            }
        }
    }
}
