package io.vedette.runtime.config;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import org.jspecify.annotations.Nullable;

/** A key, value or file of the configuration that is wrong. The message is one line: what, where, and the remedy. */
public final class ConfigurationException extends StartupException {
    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(ExitCode.USAGE, message);
    }

    ConfigurationException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(exitCode, message, cause);
    }
}
