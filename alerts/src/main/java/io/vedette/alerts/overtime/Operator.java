package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import java.util.function.Consumer;

/**
 * An operator: a state machine whose state is handed in.  Implementations keep nothing else, so that one serves any number
 * of watches.
 */
interface Operator {

    /**
     * Takes a match.
     *
     * @param fired told of what it leads to
     * @return false if it came too late to count
     */
    boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired);

    /**
     * Takes note of time.
     *
     * @param horizon nothing will come that counts before, in milliseconds since 1970 UTC
     * @param fired told of what that leads to
     */
    default void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {}

    /**
     * Takes note that all history is there, of which none came before {@code state.observedFrom}: what is the case now may be
     * told, what was over when the watch was saved may not.
     */
    default void opened(OverTimeState state, Consumer<Firing> fired) {}

    /** The operator for a rule. */
    static Operator of(Rule rule) {
        long window = rule.window().toMillis();
        return switch (rule.kind()) {
            case COUNT -> new Counting(window, (int) Math.ceil(rule.number()));
            case SPIKE -> new Spiking(window, rule.number());
            case FIRST -> new Beginning(window);
            case SILENCE -> new Silence(window);
            case FOLLOWED -> new Following(window);
            case CORROBORATED -> new Corroboration((int) Math.ceil(rule.number()));
            case CONFLICT -> new Conflict();
        };
    }
}
