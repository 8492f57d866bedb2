package io.vedette.alerts.view;

import java.time.Instant;

/**
 * Where something stands in an order.
 *
 * @param time in milliseconds since 1970 UTC
 * @param id of the alert or article
 */
public record Place(long time, String id) {

    public Place(Instant time, String id) {
        this(time.toEpochMilli(), id);
    }
}
