package io.vedette.app.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The local state of a topology's tasks that a killed process leaves behind.
 *
 * <p>With exactly-once Kafka Streams trusts none of it, since it may hold what was never committed: it opens all stores,
 * finds that they don't say up to where they are complete, closes them, deletes them, and reads them anew from their
 * changelogs.  Deleting them first comes to the same and spares the opening, which with some fifty stores takes seconds.
 */
final class KilledTasks {

    /** Kafka Streams' names of tasks: sub-topology and partition. */
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private KilledTasks() {}

    /**
     * Deletes the tasks' folders, and keeps what else is there: by the process id that Kafka Streams noted, the transactions
     * of the killed process are ended at once.  No topology may run on these folders.
     *
     * @param streams where each application has a folder; need not exist
     */
    static void discard(Path streams) {
        for (Path application : folders(streams)) {
            for (Path task : folders(application)) {
                if (TASK.matcher(task.getFileName().toString()).matches()) {
                    delete(task);
                }
            }
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(parent + " can't be read", e);
        }
    }

    private static void delete(Path folder) {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be deleted", e);
        }
    }
}
