package io.vedette.ingest.file;

/** A table lacks a column; the message says which, and which it has. */
final class UnknownColumnException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownColumnException(String message) {
        super(message);
    }
}
