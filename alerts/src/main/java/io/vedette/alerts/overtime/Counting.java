package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.OverTimeState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** COUNT: so many articles or more in a sliding window.  It is told when the last one comes, not when the window closes. */
record Counting(long window, int wanted) implements Operator {

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
        if (!seen.history()) {
            judge(slices, state, seen.alert(), seen.trace(), fired);
        }
        return true;
    }

    @Override
    public void opened(OverTimeState state, Consumer<Firing> fired) {
        Alert latest = state.getAlert();
        if (latest != null) {
            judge(new Slices(window), state, latest, null, fired);
        }
    }

    private void judge(Slices slices, OverTimeState state, Alert base, @Nullable String trace, Consumer<Firing> fired) {
        slices.windows(state, (slice, count) -> {
            long stretch = Slices.stretch(slice);
            if (count >= wanted && !state.getFired().contains(stretch)) {
                state.getFired().add(stretch);
                fired.accept(firing(Rule.Kind.COUNT, slices, slice, count, wanted, state, base, trace));
            }
        });
    }

    @Override
    public void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {
        new Slices(window).forget(horizon, state);
    }

    static Firing firing(
            Rule.Kind kind,
            Slices slices,
            long slice,
            double observed,
            double expected,
            OverTimeState state,
            Alert base,
            @Nullable String trace) {
        long to = slices.end(slice);
        long from = slices.end(slice - Slices.IN_A_WINDOW);
        return new Firing(
                kind,
                Long.toString(slices.start(Slices.stretch(slice))),
                from,
                to,
                observed,
                expected,
                Recent.between(from, to, state),
                base,
                trace);
    }
}
