package io.vedette.ingest.source;

/** A source could not be written to the topic: the broker or the registry is away or refuses.  Nothing has changed. */
public final class SourceWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceWriteException(String id, Throwable cause) {
        super("the source " + id + " was not written: " + cause.getMessage(), cause);
    }
}
