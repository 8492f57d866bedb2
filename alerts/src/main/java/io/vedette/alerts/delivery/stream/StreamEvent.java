package io.vedette.alerts.delivery.stream;

import org.jspecify.annotations.Nullable;

/**
 * Something on its way to the readers of the stream.
 *
 * @param part where it stands
 * @param number counts up with each event of this instance
 * @param watchId of the alert, or of what somebody spoke of
 * @param severity of the alert; null of feedback
 * @param json the alert as {@code alerts.json} has it, or what was said
 * @param id how far somebody is who has seen it
 */
record StreamEvent(
        Position.Part part,
        long offset,
        long number,
        String watchId,
        @Nullable String severity,
        String json,
        Position id) {

    Sort sort() {
        return part.sort();
    }
}
