package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that was found.
 *
 * @param alert as it stands on its topic; not to be changed
 * @param raisedAt its record's time
 * @param state how things stand with it, or with the first alert of its story; null while nothing is known
 */
public record AlertHit(
        Alert alert, Instant raisedAt, @Nullable AlertState state) {

    /** OPEN, ACKNOWLEDGED, REJECTED or WITHDRAWN. */
    public String status() {
        return state == null ? "OPEN" : state.getStatus();
    }

    /** Id of the first alert of its story, which is what people acknowledge. */
    static String root(Alert alert) {
        String first = alert.getUpdateOf();
        return first == null ? alert.getId() : first;
    }
}
