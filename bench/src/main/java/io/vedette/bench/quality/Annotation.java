package io.vedette.bench.quality;

import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs {@code vedette annotate} or {@code vedette extract} in this process. */
final class Annotation {

    private Annotation() {}

    /**
     * Annotates a file.
     *
     * @param command annotate or extract
     * @throws IllegalStateException with what the command said if it did not work
     */
    static void run(String command, Path articles, Path predictions) throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(predictions), 1 << 16)) {
            code = Vedette.run(Terminal.of(InputStream.nullInputStream(), out, errors), command, articles.toString());
        }
        if (code != 0) {
            throw new IllegalStateException("vedette " + command + " " + articles + " ended with exit code " + code
                    + ": " + errors.toString(StandardCharsets.UTF_8));
        }
    }
}
