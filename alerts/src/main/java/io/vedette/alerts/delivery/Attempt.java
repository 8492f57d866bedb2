package io.vedette.alerts.delivery;

import io.vedette.alerts.delivery.channel.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * An attempt that came to an end.
 *
 * @param tasks as they were before it
 * @param gone those of them whose alerts are there no more
 * @param at when it began
 * @param millis how long it took
 * @param outcome the same for all the others
 */
record Attempt(List<Task> tasks, List<Task> gone, Instant at, int millis, Outcome outcome) {

    private static final Outcome GONE = Outcome.refused(
            "the alert is no longer in the alerts topic, which forgets by age (topics.retention.alerts)");

    Outcome of(Task task) {
        return gone.contains(task) ? GONE : outcome;
    }
}
