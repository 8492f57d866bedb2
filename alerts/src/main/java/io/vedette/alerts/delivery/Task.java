package io.vedette.alerts.delivery;

import io.vedette.schemas.Alert;
import io.vedette.schemas.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is still to do for one alert and channel.  Immutable.
 *
 * @param partition the partition of the alerts topic that has the alert
 * @param offset where it is there
 * @param attempt how many attempts there were
 * @param dueSince when it was first to be done, or replayed
 * @param lastAttemptAt null before the first
 * @param nextAttemptAt null when it is parked
 * @param reason why the last attempt failed
 */
record Task(
        String alertId,
        String watchId,
        String channel,
        int partition,
        long offset,
        Status status,
        int attempt,
        Instant dueSince,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason) {

    /** As the records have it, which also know REPLAY: the wish that a task be {@link #replayed}. */
    enum Status {
        PENDING,
        PARKED
    }

    static final String REPLAY = "REPLAY";

    /** That of an alert which nobody has tried to deliver. */
    static Task fresh(Alert alert, String channel, int partition, long offset, Instant now, Instant first) {
        return new Task(
                alert.getId(),
                alert.getWatchId(),
                channel,
                partition,
                offset,
                Status.PENDING,
                0,
                now,
                null,
                first,
                null);
    }

    /**
     * As the record has it.
     *
     * @param now when a task begins anew that somebody asked for again
     */
    static Task of(DeliveryState state, Instant now) {
        boolean parked = state.getStatus().equals(Status.PARKED.name());
        Instant next = state.getNextAttemptAt();
        Instant since = state.getDueSince();
        Task task = new Task(
                state.getAlertId(),
                state.getWatchId(),
                state.getChannel(),
                state.getPartition(),
                state.getOffset(),
                parked ? Status.PARKED : Status.PENDING,
                state.getAttempt(),
                since == null ? now : since,
                state.getLastAttemptAt(),
                parked || next != null ? next : now,
                state.getReason());
        return state.getStatus().equals(REPLAY) ? task.replayed(now) : task;
    }

    /** The key of its records. */
    String key() {
        return alertId + "/" + channel;
    }

    boolean parked() {
        return status == Status.PARKED;
    }

    /** After a failure that may pass. */
    Task failed(Instant attempted, Instant next, String why) {
        return new Task(
                alertId,
                watchId,
                channel,
                partition,
                offset,
                Status.PENDING,
                attempt + 1,
                dueSince,
                attempted,
                next,
                why);
    }

    /** Given up, until somebody asks for it again. */
    Task parked(Instant attempted, String why) {
        return new Task(
                alertId,
                watchId,
                channel,
                partition,
                offset,
                Status.PARKED,
                attempt + 1,
                dueSince,
                attempted,
                null,
                why);
    }

    /** Due now, with all the time for retries that a fresh one has; the attempts go on being counted. */
    Task replayed(Instant now) {
        return new Task(
                alertId, watchId, channel, partition, offset, Status.PENDING, attempt, now, lastAttemptAt, now, reason);
    }

    /** The record that says so. */
    DeliveryState state() {
        return state(status.name());
    }

    /** The record that asks whoever has the task to try it again. */
    DeliveryState replayWish() {
        return state(REPLAY);
    }

    private DeliveryState state(String says) {
        return DeliveryState.newBuilder()
                .setAlertId(alertId)
                .setWatchId(watchId)
                .setChannel(channel)
                .setPartition(partition)
                .setOffset(offset)
                .setStatus(says)
                .setAttempt(attempt)
                .setDueSince(dueSince)
                .setLastAttemptAt(lastAttemptAt)
                .setNextAttemptAt(nextAttemptAt)
                .setReason(reason)
                .build();
    }
}
