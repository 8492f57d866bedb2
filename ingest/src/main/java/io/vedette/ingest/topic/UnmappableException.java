package io.vedette.ingest.topic;

/** A record is no article; the message says why. */
final class UnmappableException extends Exception {

    private static final long serialVersionUID = 1;

    UnmappableException(String message) {
        super(message);
    }
}
