package io.vedette.text.watch;

import java.util.Arrays;

/** Gives out numbers from 0, those given back first, the last first. */
final class Numbering {

    private int[] free = new int[16];
    private int freed;
    private int next;

    int take() {
        return freed > 0 ? free[--freed] : next++;
    }

    void giveBack(int number) {
        if (freed == free.length) {
            free = Arrays.copyOf(free, 2 * freed);
        }
        free[freed++] = number;
    }

    /** One past the highest number that was ever given. */
    int end() {
        return next;
    }
}
