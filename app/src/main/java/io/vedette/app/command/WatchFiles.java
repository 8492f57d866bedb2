package io.vedette.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.alerts.watch.WatchFileException;
import io.vedette.app.watch.WatchNodes;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of watches, as the command line reads them. */
final class WatchFiles {

    private WatchFiles() {}

    /** The same as JSON, key by key as the file has them. */
    static List<JsonNode> nodes(Path file) throws IOException {
        try {
            return WatchNodes.read(file.toString(), Files.readAllBytes(file));
        } catch (WatchFileException e) {
            throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws StartupException if it is none: file, line, what is wrong and what to do */
    static List<WatchDefinition> read(Path file) throws IOException {
        try {
            return WatchFile.read(file);
        } catch (WatchFileException e) {
            throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
        }
    }
}
