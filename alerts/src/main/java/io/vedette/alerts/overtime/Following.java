package io.vedette.alerts.overtime;

import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.TimedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * FOLLOWED: an article for one query, and within so long after it an article for the other; once in each stretch of the
 * clock that is as long, by the time of the second.  Of each slice of time the earliest and the latest article decide, which
 * is exact: of two slices the latest of the one and the earliest of the other are closest.
 */
record Following(long within) implements Operator {

    private static final int FIRST = 0;
    private static final int THEN = 1;

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        if (seen.at() + within <= seen.open()) {
            return false;
        }
        if (seen.history() && seen.part() == THEN) {
            // it follows only what came before it, and that was over when the watch was saved
            return true;
        }
        Slices slices = new Slices(within);
        note(slices.slice(seen.at()), seen, state.getCounts());
        Recent.add(seen, state);
        for (TimedCount then : state.getCounts()) {
            long stretch = Slices.stretch(then.getSlice());
            if (then.getPart() == THEN && !state.getFired().contains(stretch)) {
                TimedCount first = before(then, state.getCounts());
                if (first != null) {
                    state.getFired().add(stretch);
                    fired.accept(firing(stretch, first, then, slices, seen, state));
                }
            }
        }
        return true;
    }

    private static void note(long slice, Seen seen, List<TimedCount> counts) {
        int i = 0;
        while (i < counts.size() && isBefore(counts.get(i), slice, seen.part())) {
            i++;
        }
        if (i < counts.size()
                && counts.get(i).getSlice() == slice
                && counts.get(i).getPart() == seen.part()) {
            TimedCount there = counts.get(i);
            there.setFirst(Math.min(there.getFirst(), seen.at()));
            there.setLast(Math.max(there.getLast(), seen.at()));
            return;
        }
        counts.add(
                i,
                TimedCount.newBuilder()
                        .setSlice(slice)
                        .setPart(seen.part())
                        .setFirst(seen.at())
                        .setLast(seen.at())
                        .build());
    }

    private static boolean isBefore(TimedCount count, long slice, int part) {
        return count.getSlice() < slice || count.getSlice() == slice && count.getPart() < part;
    }

    /** The latest slice with a first article that some article of {@code then} follows in time. */
    private @Nullable TimedCount before(TimedCount then, List<TimedCount> counts) {
        TimedCount found = null;
        for (TimedCount first : counts) {
            if (first.getPart() == FIRST && isFollowed(first, then)) {
                found = first;
            }
        }
        return found;
    }

    private boolean isFollowed(TimedCount first, TimedCount then) {
        if (first.getSlice() == then.getSlice()) {
            return first.getFirst() < then.getLast();
        }
        return first.getLast() < then.getFirst() && then.getFirst() - first.getLast() <= within;
    }

    private static Firing firing(
            long stretch, TimedCount first, TimedCount then, Slices slices, Seen seen, OverTimeState state) {
        long from = first.getFirst();
        long to = then.getLast() + 1;
        List<ContributingArticle> articles = Recent.between(from, to, state);
        return new Firing(
                Rule.Kind.FOLLOWED,
                Long.toString(slices.start(stretch)),
                from,
                to,
                1,
                1,
                articles,
                seen.alert(),
                seen.trace());
    }

    @Override
    public void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {
        Slices slices = new Slices(within);
        long oldest = slices.slice(horizon - 2 * within);
        state.setCounts(new ArrayList<>(state.getCounts().stream()
                .filter(count -> count.getSlice() >= oldest)
                .toList()));
        state.setFired(new ArrayList<>(state.getFired().stream()
                .filter(stretch -> stretch >= Slices.stretch(oldest))
                .toList()));
    }
}
