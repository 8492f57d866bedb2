package io.vedette.alerts.delivery;

import java.util.Locale;

/** How an attempt ended, in the words of {@code Delivery.status}. */
enum Result {
    DELIVERED,
    /** To be tried again. */
    FAILED,
    /** Given up, until somebody asks for it again. */
    PARKED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
