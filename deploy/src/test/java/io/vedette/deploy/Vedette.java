package io.vedette.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** The {@code vedette} command, within this process. */
final class Vedette {

    private Vedette() {}

    /** What it writes to standard output; fails if its exit code is not 0. */
    static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = io.vedette.app.Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), arguments);
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + err.toString(UTF_8));
        }
        return out.toString(UTF_8);
    }
}
