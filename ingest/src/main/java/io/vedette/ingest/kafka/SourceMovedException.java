package io.vedette.ingest.kafka;

/** Another process has read on in the same source: what was submitted here would be there twice. */
public final class SourceMovedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SourceMovedException(String sourceId) {
        super("another process reads the source " + sourceId + "; stop one of them");
    }
}
