package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.TimedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * SPIKE: so many times as many articles as usual in a sliding window.  What is usual is the median of the last 28 windows
 * of the clock, but at least one article; the present one and the one before do not count, for they may still change.  With
 * fewer than seven windows observed nothing is usual, and nothing is told.
 *
 * <p>A median, because yesterday's spike must not hide today's.
 */
record Spiking(long window, double factor) implements Operator {

    static final int MOST_HISTORY = 28;
    static final int LEAST_HISTORY = 7;

    /** The last window of the history ends so many windows before the one that is judged. */
    private static final int APART = 2;

    /** So many windows are looked at, of which the first need not be a whole one. */
    static final int LOOK_BACK = MOST_HISTORY + APART + 1;

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        if (Recent.holds(seen, state)) {
            return true;
        }
        Slices slices = new Slices(window);
        if (!slices.add(seen, state)) {
            return false;
        }
        Recent.add(seen, state);
        TimedCount total = Slices.at(slices.stretchOf(seen.counted()), state.getTotals());
        total.setBegin(total.getBegin() + 1);
        Long horizon = state.getLast();
        if (horizon != null && !seen.history()) {
            judge(horizon, slices, state, fired);
        }
        return true;
    }

    @Override
    public void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {
        Slices slices = new Slices(window);
        state.setLast(horizon);
        judge(horizon, slices, state, fired);
        slices.forget(horizon, state);
        long oldest = slices.stretchOf(horizon) - APART - MOST_HISTORY;
        state.setTotals(new ArrayList<>(state.getTotals().stream()
                .filter(total -> total.getSlice() >= oldest)
                .toList()));
    }

    private void judge(long horizon, Slices slices, OverTimeState state, Consumer<Firing> fired) {
        Alert base = state.getAlert();
        if (base == null) {
            return;
        }
        slices.windows(state, (slice, count) -> {
            long stretch = Slices.stretch(slice);
            boolean settled = slices.start(stretch - APART + 1) <= horizon;
            if (settled && !state.getFired().contains(stretch)) {
                double usual = usual(stretch, slices, state);
                if (count >= factor * usual) {
                    state.getFired().add(stretch);
                    fired.accept(Counting.firing(Rule.Kind.SPIKE, slices, slice, count, usual, state, base, null));
                }
            }
        });
    }

    /** Infinite where nothing is usual yet. */
    private static double usual(long stretch, Slices slices, OverTimeState state) {
        long last = stretch - APART;
        long first = Math.max(last - MOST_HISTORY + 1, slices.stretchOf(state.getObservedFrom() - 1) + 1);
        if (last - first + 1 < LEAST_HISTORY) {
            return Double.POSITIVE_INFINITY;
        }
        List<Integer> counts = new ArrayList<>();
        state.getTotals().stream()
                .filter(total -> total.getSlice() >= first && total.getSlice() <= last)
                .forEach(total -> counts.add(total.getBegin()));
        while (counts.size() < last - first + 1) {
            counts.add(0);
        }
        counts.sort(null);
        int middle = counts.size() / 2;
        double median =
                counts.size() % 2 == 1 ? counts.get(middle) : (counts.get(middle - 1) + counts.get(middle)) / 2.0;
        return Math.max(1, median);
    }
}
