package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.PendingMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Matches that wait until nothing earlier can come, so that they are taken in the order in which they happened.  Of those
 * within a minute the first and the last are enough to know how long it was quiet before, between and after.
 */
final class Pending {

    private static final long MINUTE = 60_000;

    private static final Comparator<PendingMatch> ORDER =
            Comparator.comparingLong(PendingMatch::getAt).thenComparing(PendingMatch::getArticleId);

    private Pending() {}

    /** Adds one, with its alert only where that may be raised. */
    static void add(Seen seen, boolean withAlert, OverTimeState state) {
        List<PendingMatch> pending = new ArrayList<>(state.getPending());
        pending.add(PendingMatch.newBuilder()
                .setAt(seen.counted())
                .setArticleId(seen.articleId())
                .setAlert(withAlert ? seen.alert() : null)
                .setTraceparent(seen.trace())
                .build());
        pending.sort(ORDER);
        List<PendingMatch> kept = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            boolean first = i == 0 || minute(pending.get(i - 1)) != minute(pending.get(i));
            boolean last = i == pending.size() - 1 || minute(pending.get(i + 1)) != minute(pending.get(i));
            if (first || last) {
                kept.add(pending.get(i));
            }
        }
        state.setPending(kept);
    }

    private static long minute(PendingMatch match) {
        return Math.floorDiv(match.getAt(), MINUTE);
    }

    /** Takes those before the horizon, in their order. */
    static void take(long horizon, OverTimeState state, Consumer<PendingMatch> taker) {
        List<PendingMatch> pending = state.getPending();
        int due = 0;
        while (due < pending.size() && pending.get(due).getAt() < horizon) {
            taker.accept(pending.get(due++));
        }
        if (due > 0) {
            state.setPending(new ArrayList<>(pending.subList(due, pending.size())));
        }
    }
}
