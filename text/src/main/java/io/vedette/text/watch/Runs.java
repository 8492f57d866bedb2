package io.vedette.text.watch;

import java.util.Arrays;

/** Runs of words: where something stands in an article.  Sorted once {@link #sort} was called, and each once. */
final class Runs {

    private long[] runs = new long[8];
    private int count;

    void add(int first, int last) {
        if (count == runs.length) {
            runs = Arrays.copyOf(runs, 2 * count);
        }
        runs[count++] = (long) first << 32 | last;
    }

    /** Brings them into the order of their first words, then of their last ones, and leaves each once. */
    Runs sort() {
        boolean sorted = true;
        for (int i = 1; i < count && sorted; i++) {
            sorted = runs[i - 1] < runs[i];
        }
        if (sorted) {
            return this;
        }
        Arrays.sort(runs, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || runs[i] != runs[i - 1]) {
                runs[kept++] = runs[i];
            }
        }
        count = kept;
        return this;
    }

    int count() {
        return count;
    }

    int first(int i) {
        return (int) (runs[i] >>> 32);
    }

    int last(int i) {
        return (int) runs[i];
    }

    /** The first run that begins there or later; {@link #count} if there is none. */
    int beginningFrom(int position) {
        int found = Arrays.binarySearch(runs, 0, count, (long) position << 32);
        return found < 0 ? -found - 1 : found;
    }

    boolean contains(int first, int last) {
        return Arrays.binarySearch(runs, 0, count, (long) first << 32 | last) >= 0;
    }
}
