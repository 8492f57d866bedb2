package io.vedette.alerts.delivery.channel;

import io.vedette.schemas.Alert;

/**
 * One alert on its way.
 *
 * @param alert what to tell
 * @param channel the name of the channel
 * @param attempt counts up by one, from 1
 */
public record Parcel(Alert alert, String channel, int attempt) {

    /** The same for every attempt: by this a receiver knows what it has already. */
    public String idempotencyKey() {
        return alert.getId() + "/" + channel;
    }
}
