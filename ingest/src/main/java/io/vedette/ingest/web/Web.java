package io.vedette.ingest.web;

import java.net.URI;
import java.time.Duration;

/** The web, as a source may use it.  Implementations are thread-safe. */
@FunctionalInterface
public interface Web {

    /**
     * Fetches a document, with all manners: it waits for its turn at the host, so that each host is asked by one at a time.
     *
     * @throws WebException if there is none to be had, with the sort of reason
     */
    WebAnswer fetch(WebRequest request) throws WebException, InterruptedException;

    /**
     * How long a request of that address would wait for its turn if it came now.  Whoever has other things to do does
     * better to come back then: a request that waits holds its thread.
     */
    default Duration turn(URI address) {
        return Duration.ZERO;
    }
}
