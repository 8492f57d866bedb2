package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.TimedCount;
import java.util.ArrayList;
import java.util.List;

/**
 * How many articles a sliding window holds, in steps of a sixtieth of it.  An article is in every window from the moment it
 * counts until it is older than the window, so that each leaves two marks; what can't change any more is one mark for all.
 *
 * <p>An alert is raised once in each stretch of the clock that is as long as the window: the first one that an article in
 * that stretch completes.  This, and not "until it falls below", because it holds whatever comes later: articles that are
 * added never take back an alert.
 */
final class Slices {

    static final int IN_A_WINDOW = 60;

    private final long window;

    /** @param window in milliseconds */
    Slices(long window) {
        this.window = window;
    }

    long slice(long at) {
        // not at * IN_A_WINDOW / window, which is beyond 64 bits in no time that anybody will see, but is for
        // Long.MAX_VALUE
        return Math.floorDiv(at, window) * IN_A_WINDOW + Math.floorMod(at, window) * IN_A_WINDOW / window;
    }

    /** The stretch of the clock in which a slice lies. */
    static long stretch(long slice) {
        return Math.floorDiv(slice, IN_A_WINDOW);
    }

    long stretchOf(long at) {
        return Math.floorDiv(at, window);
    }

    long start(long stretch) {
        return stretch * window;
    }

    /** The first moment after a slice. */
    long end(long slice) {
        long stretch = stretch(slice);
        return start(stretch) + Math.floorDiv((slice - stretch * IN_A_WINDOW + 1) * window, IN_A_WINDOW);
    }

    /** Counts an article; false if no window that it could be in is open any more. */
    boolean add(Seen seen, OverTimeState state) {
        long from = slice(seen.counted());
        long to = slice(seen.at() + window);
        if (to <= from) {
            return false;
        }
        List<TimedCount> counts = state.getCounts();
        TimedCount begin = at(from, counts);
        begin.setBegin(begin.getBegin() + 1);
        TimedCount end = at(to, counts);
        end.setEnd(end.getEnd() + 1);
        return true;
    }

    /** The entry of that slice, which is made where there is none. */
    static TimedCount at(long slice, List<TimedCount> counts) {
        int i = counts.size();
        while (i > 0 && counts.get(i - 1).getSlice() > slice) {
            i--;
        }
        if (i > 0 && counts.get(i - 1).getSlice() == slice) {
            return counts.get(i - 1);
        }
        TimedCount made = TimedCount.newBuilder().setSlice(slice).build();
        counts.add(i, made);
        return made;
    }

    /** Told of a window that an article completes. */
    interface Full {
        /** @param count how many articles are in the window that ends with that slice */
        void window(long slice, int count);
    }

    /**
     * Tells of every window whose last slice holds an article, in their order.  Of a watch that was filled, those count that
     * end after it was saved, and the one in which it was.
     */
    void windows(OverTimeState state, Full told) {
        Long savedAt = state.getSavedAt();
        long saved = savedAt == null ? Long.MIN_VALUE : slice(savedAt);
        boolean isDue = savedAt != null;
        int inside = 0;
        for (TimedCount count : state.getCounts()) {
            if (isDue && count.getSlice() > saved) {
                told.window(saved, inside);
                isDue = false;
            }
            inside += count.getBegin() - count.getEnd();
            if (count.getSlice() >= saved && count.getBegin() > 0) {
                told.window(count.getSlice(), inside);
                isDue &= count.getSlice() > saved;
            } else if (count.getEnd() < 0) {
                isDue &= count.getSlice() < saved;
            }
        }
    }

    /** Makes one mark of all before the horizon, and forgets alerts of stretches that are over. */
    void forget(long horizon, OverTimeState state) {
        long now = slice(horizon);
        int inside = 0;
        int old = 0;
        List<TimedCount> counts = state.getCounts();
        while (old < counts.size() && counts.get(old).getSlice() < now) {
            inside += counts.get(old).getBegin() - counts.get(old).getEnd();
            old++;
        }
        if (old > 1 || old == 1 && counts.get(0).getBegin() > 0) {
            List<TimedCount> kept = new ArrayList<>(counts.subList(old, counts.size()));
            // negative, so that it is no window that an article completes
            kept.add(
                    0, TimedCount.newBuilder().setSlice(now - 1).setEnd(-inside).build());
            state.setCounts(kept);
        }
        state.setFired(new ArrayList<>(state.getFired().stream()
                .filter(stretch -> stretch >= stretch(now))
                .toList()));
    }
}
