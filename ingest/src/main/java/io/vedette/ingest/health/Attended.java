package io.vedette.ingest.health;

import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody polls a source: its state is as old as its last poll, and can't say so itself. */
public final class Attended {

    /** As late as a busy instance may be, or one that takes over from another. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Attended() {}

    /**
     * Whether its poll is overdue: by a quarter of an hour, and as much again as lies between two polls.
     *
     * @param state as the topic has it; empty if nobody has polled the source yet
     */
    public static boolean overdue(Source source, Optional<SourceState> state, Instant now) {
        if (!source.getEnabled()) {
            return false;
        }
        Instant due = state.map(SourceState::getNextPoll).orElse(source.getUpdatedAt());
        Duration interval =
                Duration.ofMillis(state.map(SourceState::getIntervalMillis).orElse(0L));
        return due != null && now.isAfter(due.plus(PATIENCE).plus(interval));
    }
}
