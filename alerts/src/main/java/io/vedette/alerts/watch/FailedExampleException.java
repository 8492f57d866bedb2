package io.vedette.alerts.watch;

/** A watch does not do what its own examples say: which one, and what to do. */
public final class FailedExampleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    FailedExampleException(String message) {
        super(message);
    }
}
