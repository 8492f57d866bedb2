package io.vedette.ingest.web;

/** The web, as a source may use it.  Implementations are thread-safe. */
@FunctionalInterface
public interface Web {

    /**
     * Fetches a document, with all manners: it waits for its turn at the host, so that each host is asked by one at a time.
     *
     * @throws WebException if there is none to be had, with the sort of reason
     */
    WebAnswer fetch(WebRequest request) throws WebException, InterruptedException;
}
