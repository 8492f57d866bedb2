package io.vedette.text.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The watches that an anchor leads to, in one array, so that going through them touches little memory: how many there are,
 * then of each its number with a sign for sure, the number of the atom that guards it, and the relation of both.
 */
final class Postings {

    /** Ints for each watch. */
    static final int WIDTH = 3;

    /** Of a watch that the anchor and its guard make true by themselves; the rest is its number. */
    static final int SURE = 1 << 31;

    /** Instead of a guard: there is none. */
    static final int UNGUARDED = -1;

    private Postings() {}

    /** The same with one more; the array itself where there is room. */
    static int[] with(int @Nullable [] postings, int watch, int guard, int relation) {
        int[] more = postings == null ? new int[1 + WIDTH] : postings;
        int end = 1 + WIDTH * more[0];
        if (end == more.length) {
            more = Arrays.copyOf(more, end + WIDTH * Math.max(1, more[0] / 4));
        }
        more[end] = watch;
        more[end + 1] = guard;
        more[end + 2] = relation;
        more[0]++;
        return more;
    }

    /** Takes a watch out. */
    static void remove(int[] postings, int watch) {
        int last = 1 + WIDTH * (postings[0] - 1);
        for (int i = 1; i <= last; i += WIDTH) {
            if ((postings[i] & ~SURE) == watch) {
                System.arraycopy(postings, last, postings, i, WIDTH);
                postings[0]--;
                return;
            }
        }
    }
}
