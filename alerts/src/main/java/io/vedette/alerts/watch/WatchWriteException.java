package io.vedette.alerts.watch;

/** A watch could not be written to the topic: the broker or the registry is away or refuses.  Nothing has changed. */
public final class WatchWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WatchWriteException(String id, Throwable cause) {
        super("the watch " + id + " was not written: " + cause.getMessage(), cause);
    }
}
