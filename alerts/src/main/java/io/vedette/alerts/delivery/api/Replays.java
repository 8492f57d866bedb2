package io.vedette.alerts.delivery.api;

import io.vedette.schemas.DeliveryState;

/** How somebody's wish to have something tried again gets to the instance whose task it is. */
@FunctionalInterface
public interface Replays {

    /**
     * Writes the wish down, and waits until it is.
     *
     * @param state the task as it is known
     * @throws ReplayException if Kafka does not take it
     */
    void ask(DeliveryState state);

    /** A wish that nobody heard. */
    final class ReplayException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public ReplayException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
