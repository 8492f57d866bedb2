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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of watches, as the command line reads them. */
final class WatchFiles {

    private static final Pattern YAML = Pattern.compile("\\.ya?ml$");

    private WatchFiles() {}

    /**
     * Each file, and of each folder all files of YAML below it, in the order of their names.
     *
     * @throws NoSuchFileException if there is none of that name, or a folder has none
     */
    static List<Path> below(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            List<Path> found = Files.isDirectory(path) ? yamlBelow(path) : List.of(path);
            if (found.isEmpty()) {
                throw new NoSuchFileException(path.resolve("*.yaml").toString());
            }
            files.addAll(found);
        }
        return files;
    }

    private static List<Path> yamlBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> YAML.matcher(file.toString()).find() && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

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
