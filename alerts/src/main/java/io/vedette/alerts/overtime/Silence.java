package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.OverTimeState;
import java.util.List;
import java.util.function.Consumer;

/** SILENCE: no article for so long, and told once for each silence.  A new watch is observed for as long first. */
record Silence(long window) implements Operator {

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        if (seen.at() + window <= seen.open()) {
            return false;
        }
        Pending.add(seen, false, state);
        state.setAlert(seen.alert());
        return true;
    }

    @Override
    public void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {
        Pending.take(horizon, state, match -> {
            tell(match.getAt(), state, fired);
            Long last = state.getLast();
            state.setLast(last == null ? match.getAt() : Math.max(last, match.getAt()));
            if (last == null || match.getAt() > last) {
                state.setTold(false);
            }
        });
        tell(horizon, state, fired);
    }

    private void tell(long now, OverTimeState state, Consumer<Firing> fired) {
        Long last = state.getLast();
        long since = last == null ? state.getObservedFrom() : last;
        Alert base = state.getAlert();
        boolean isOver = state.getSavedAt() != null && now < state.getSavedAt();
        if (!state.getTold() && base != null && now - since >= window && !isOver) {
            state.setTold(true);
            fired.accept(new Firing(
                    Rule.Kind.SILENCE, Long.toString(since), since, since + window, 0, 1, List.of(), base, null));
        }
    }
}
