package io.vedette.ingest.feed;

/** A feed that can't be read; the message says why. */
final class FeedException extends Exception {

    private static final long serialVersionUID = 1;

    FeedException(String message) {
        super(message);
    }

    FeedException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
