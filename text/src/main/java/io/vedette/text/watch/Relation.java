package io.vedette.text.watch;

/**
 * How far behind one word another must stand: from a least to a most number of words, both maybe negative, never 0.  Packed
 * into an int, for there is one of each watch.
 */
final class Relation {

    /** Anywhere. */
    static final int NONE = 0;

    /** What does not fit is left to the watch itself. */
    static final int FURTHEST = Short.MAX_VALUE - 1;

    private Relation() {}

    static int of(int least, int most) {
        return least << 16 | most & 0xFFFF;
    }

    /** The same seen from the other word. */
    static int reversed(int relation) {
        return of(-most(relation), -least(relation));
    }

    private static int least(int relation) {
        return relation >> 16;
    }

    private static int most(int relation) {
        return (short) relation;
    }

    /** Whether a word of one group has one of the other in its field where it must stand; in one pass over both. */
    static boolean holds(ArticleWords words, int group, int other, int relation) {
        if (group < 0 || other < 0) {
            return false;
        }
        WordLayer stems = words.stems();
        int from = stems.first(other);
        for (int i = stems.first(group); i >= 0; i = stems.following(i)) {
            while (from >= 0 && from < i + least(relation)) {
                from = stems.following(from);
            }
            for (int j = from; j >= 0 && j <= i + most(relation); j = stems.following(j)) {
                if (j != i && words.sameField(i, j)) {
                    return true;
                }
            }
        }
        return false;
    }
}
