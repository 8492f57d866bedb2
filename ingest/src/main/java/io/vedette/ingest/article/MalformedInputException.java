package io.vedette.ingest.article;

import org.jspecify.annotations.Nullable;

/** Input that is not the JSON of an article; the message says what is wrong, without the place. */
public final class MalformedInputException extends Exception {

    private static final long serialVersionUID = 1;

    private final long line;
    private final long column;

    MalformedInputException(String message, long line, long column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Counted from 1; 0 where there is none. */
    public long line() {
        return line;
    }

    /** Counted from 1 in characters; 0 where there is none. */
    public long column() {
        return column;
    }

    /** The same for a report. */
    public BadInput in(@Nullable String where) {
        return new BadInput(where, line, column, String.valueOf(getMessage()));
    }
}
