package io.vedette.alerts.view;

import java.time.Duration;

/** A search that was given up. */
public final class SearchTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchTooLongException(Duration limit) {
        super("the search took longer than " + limit.toMillis() + " ms; ask for less, for example with from and to");
    }
}
