package io.vedette.ingest.source;

/** A part of a source is missing or wrong; the message names the part, its value and what to write. */
public final class InvalidSourceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;

    InvalidSourceException(String field, String message) {
        super(field + ": " + message);
        this.field = field;
    }

    static InvalidSourceException wrong(String field, Object value, String problem) {
        return new InvalidSourceException(field, "\"" + value + "\" " + problem);
    }

    /** The part. */
    public String field() {
        return field;
    }
}
