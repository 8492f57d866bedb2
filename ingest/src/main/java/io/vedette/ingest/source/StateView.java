package io.vedette.ingest.source;

import io.vedette.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a source does, as it is shown; the record {@code SourceState} says what each part is. */
record StateView(
        String status,
        String reason,
        @Nullable Instant since,
        @Nullable Instant lastAttempt,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewItem,
        @Nullable Instant nextPoll,
        @Nullable String interval,
        @Nullable Double itemsPerDay,
        @Nullable Double usualPerDay,
        @Nullable Double fullTextShare,
        @Nullable Double undatedShare,
        long items,
        long scrolledOff,
        int failures,
        Map<String, Long> errors,
        @Nullable String movedTo,
        @Nullable String hub,
        List<Integer> days,
        @Nullable String instance) {

    static StateView of(SourceState state) {
        return new StateView(
                state.getStatus(),
                state.getReason(),
                state.getSince(),
                state.getLastAttempt(),
                state.getLastSuccess(),
                state.getLastNewItem(),
                state.getNextPoll(),
                state.getIntervalMillis() == 0 ? null : SourceFields.text(Duration.ofMillis(state.getIntervalMillis())),
                state.getItemsPerDay(),
                state.getUsualPerDay(),
                state.getFullTextShare(),
                state.getUndatedShare(),
                state.getItems(),
                state.getScrolledOff(),
                state.getFailures(),
                state.getErrors(),
                state.getMovedTo(),
                state.getHub(),
                state.getDays(),
                state.getInstance());
    }
}
