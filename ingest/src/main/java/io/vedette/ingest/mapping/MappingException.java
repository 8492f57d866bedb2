package io.vedette.ingest.mapping;

/** A mapping that can't be read; the message has file, line and key, and what to do. */
public final class MappingException extends Exception {

    private static final long serialVersionUID = 1;

    MappingException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    MappingException(String message) {
        super(message);
    }
}
