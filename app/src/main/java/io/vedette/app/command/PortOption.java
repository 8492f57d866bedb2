package io.vedette.app.command;

import io.vedette.app.embedded.Ports;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;

/** What {@code --port} means. */
final class PortOption {

    private PortOption() {}

    /** @throws StartupException if there is no such port */
    static Ports ports(int base) {
        try {
            return Ports.from(base);
        } catch (IllegalArgumentException e) {
            throw new StartupException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
