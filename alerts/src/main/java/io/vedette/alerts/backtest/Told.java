package io.vedette.alerts.backtest;

import io.vedette.schemas.Alert;
import java.time.Instant;

/**
 * An alert that would have been raised.
 *
 * @param subject what it tells of: a story or a window, by the same name in every version of the watch
 * @param at when, by the broker's time
 */
record Told(Alert alert, String subject, Instant at) {

    private static final String UPDATE = "UPDATE";

    boolean isUpdate() {
        return alert.getKind().equals(UPDATE);
    }
}
