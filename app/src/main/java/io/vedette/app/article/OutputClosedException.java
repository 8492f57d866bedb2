package io.vedette.app.article;

/** Nobody reads standard output any more. */
public final class OutputClosedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutputClosedException() {
        super("nobody reads the output any more");
    }
}
