package io.vedette.runtime;

import org.jspecify.annotations.Nullable;

/** A reason not to start. Its message is one line for the user: what is wrong, where, and what to do. */
public class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    public StartupException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    public StartupException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** How the process should end. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
