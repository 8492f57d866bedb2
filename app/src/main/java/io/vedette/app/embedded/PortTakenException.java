package io.vedette.app.embedded;

/** Something listens already where a part of the all-in-one is to listen. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(int port, String wantedFor, Throwable cause) {
        super(
                "port " + port + ", wanted for " + wantedFor
                        + ", is taken: give others with --port N (0 takes free ones)",
                cause);
    }
}
