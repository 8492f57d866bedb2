package io.vedette.alerts.watch;

/** A file of watches that can't be taken: one line with the file, the line, what is wrong and what to do. */
public final class WatchFileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    WatchFileException(String file, int line, String problem) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + problem);
    }
}
