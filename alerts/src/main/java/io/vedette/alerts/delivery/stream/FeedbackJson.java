package io.vedette.alerts.delivery.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Feedback;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, as the stream tells it.
 *
 * @param alertId null of a silence
 * @param storyId of the alert; null where it has none, and of a silence
 * @param what ACKNOWLEDGE, REJECT, REOPEN, SILENCE or UNSILENCE
 * @param who null if unknown
 * @param until end of a silence; null for none
 */
record FeedbackJson(
        @Nullable String alertId,
        String watchId,
        @Nullable String storyId,
        String what,
        @Nullable String who,
        @Nullable Instant at,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Instant until) {

    static String write(Feedback said) {
        FeedbackJson json = new FeedbackJson(
                said.getAlertId(),
                said.getWatchId(),
                said.getStoryId(),
                said.getWhat(),
                said.getWho(),
                said.getAt(),
                said.getReason(),
                said.getNote(),
                said.getUntil());
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and times make JSON", e);
        }
    }
}
