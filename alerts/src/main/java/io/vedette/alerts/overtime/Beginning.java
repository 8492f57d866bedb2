package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.PendingMatch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * FIRST: an article, after there was none for so long.  It is told once nothing earlier can come; and if the watch never
 * matched, only after it was observed for so long.
 */
record Beginning(long quiet) implements Operator {

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        Long last = state.getLast();
        if (seen.at() + quiet <= seen.open()) {
            return false;
        }
        // alerts cost memory: what surely is no first one needs none
        boolean mayBeFirst = last == null || seen.counted() - last >= quiet;
        Pending.add(seen, mayBeFirst && !seen.history(), state);
        return true;
    }

    @Override
    public void advance(long horizon, OverTimeState state, Consumer<Firing> fired) {
        Pending.take(horizon, state, match -> {
            Long last = state.getLast();
            long since = last == null ? state.getObservedFrom() : last;
            Alert alert = match.getAlert();
            if (alert != null && match.getAt() - since >= quiet) {
                fired.accept(firing(match, since, alert));
            }
            state.setLast(last == null ? match.getAt() : Math.max(last, match.getAt()));
        });
    }

    private static Firing firing(PendingMatch match, long since, Alert alert) {
        ContributingArticle article = ContributingArticle.newBuilder()
                .setId(alert.getArticleId())
                .setTitle(alert.getTitle())
                .setUrl(alert.getUrl())
                .setSource(alert.getSource())
                .setAt(Instant.ofEpochMilli(match.getAt()))
                .build();
        return new Firing(
                Rule.Kind.FIRST,
                Long.toString(match.getAt()),
                since,
                match.getAt(),
                1,
                0,
                List.of(article),
                alert,
                match.getTraceparent());
    }
}
