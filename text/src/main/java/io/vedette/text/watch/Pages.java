package io.vedette.text.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list that grows by pages, so that growing copies little however long it is.  Not for threads that write at once. */
final class Pages<T> {

    private static final int BITS = 12;
    private static final int SIZE = 1 << BITS;

    private @Nullable Object[][] pages = new Object[0][];
    private int size;

    int size() {
        return size;
    }

    /** What was set there; null if nothing was, or null. */
    @SuppressWarnings("unchecked") // only set puts something in
    @Nullable
    T get(int index) {
        return (T) pages[index >>> BITS][index & SIZE - 1];
    }

    /** Sets what stands there; the list grows as far as that. */
    void set(int index, @Nullable T value) {
        while (index >>> BITS >= pages.length) {
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new Object[SIZE];
        }
        pages[index >>> BITS][index & SIZE - 1] = value;
        size = Math.max(size, index + 1);
    }
}
