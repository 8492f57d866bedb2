package io.vedette.text.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which stories have a term, the newest last.  A function of the stories alone, not of how they came in.  Not thread-safe. */
final class StoryIndex {

    private final Map<Integer, Postings> byTerm = new HashMap<>();

    void add(int term, int ordinal) {
        byTerm.computeIfAbsent(term, t -> new Postings()).add(ordinal);
    }

    void remove(int term, int ordinal) {
        Postings postings = byTerm.get(term);
        if (postings != null && postings.remove(ordinal)) {
            byTerm.remove(term);
        }
    }

    @Nullable
    Postings postings(int term) {
        return byTerm.get(term);
    }

    /** The ordinals of stories, ascending. */
    static final class Postings {

        private int[] ordinals = new int[2];
        private int first;
        private int end;

        int size() {
            return end - first;
        }

        /** The story that is so many before the newest. */
        int newest(int i) {
            return ordinals[end - 1 - i];
        }

        private void add(int ordinal) {
            if (end == ordinals.length) {
                int size = size();
                int[] to = first >= size && first > 0 ? ordinals : new int[Math.max(2, size * 2)];
                System.arraycopy(ordinals, first, to, 0, size);
                ordinals = to;
                first = 0;
                end = size;
            }
            int at = end;
            if (size() > 0 && ordinals[end - 1] > ordinal) {
                at = -1 - Arrays.binarySearch(ordinals, first, end, ordinal);
                System.arraycopy(ordinals, at, ordinals, at + 1, end - at);
            }
            ordinals[at] = ordinal;
            end++;
        }

        /** Whether it was the last one. */
        private boolean remove(int ordinal) {
            int at = Arrays.binarySearch(ordinals, first, end, ordinal);
            if (at == first) {
                first++;
            } else if (at > first) {
                System.arraycopy(ordinals, at + 1, ordinals, at, end - at - 1);
                end--;
            }
            return first == end;
        }
    }
}
