package io.vedette.ingest.item;

/** A document that is no list that can be read; the message says what it is instead, or where it is broken. */
public final class UnreadableListException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableListException(String message) {
        super(message);
    }

    public UnreadableListException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
