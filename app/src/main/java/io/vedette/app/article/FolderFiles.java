package io.vedette.app.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What lies in a folder that people, Git and Kubernetes put files into. */
final class FolderFiles {

    private FolderFiles() {}

    /**
     * Its files and those of the folders in it, sorted, by their paths below it.  Links count as what they lead to.  What is
     * hidden is left out: the editor's own files, {@code .git}, and the folders behind the links of a ConfigMap, whose
     * names are others on every machine.
     *
     * @throws IOException if it can't be listed
     */
    static List<Path> of(Path folder) throws IOException {
        Path root = folder.toRealPath();
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(path -> !isHidden(path))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }
}
