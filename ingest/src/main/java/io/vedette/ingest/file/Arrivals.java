package io.vedette.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that are complete, in the order in which they arrived.  Complete is a file that nobody has changed
 * for a while, by its own time or as seen from here: one that was moved in is so at once.  For one thread.
 */
final class Arrivals {

    private final Path folder;
    private final Duration settle;
    private final InstantSource clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private long count;

    /**
     * A file as it was when it was first seen so.
     *
     * @param order in which the file appeared
     */
    private record Seen(long size, FileTime modified, long sinceNanos, long order) {}

    /** @param settle for how long a complete file has not changed */
    Arrivals(Path folder, Duration settle, InstantSource clock) {
        this.folder = folder;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Those that are complete now.
     *
     * @throws IOException if the folder can't be listed
     */
    List<Path> ready() throws IOException {
        List<Path> files = files();
        seen.keySet().retainAll(files);
        for (Path file : files) {
            look(file);
        }
        return files.stream()
                .filter(this::isComplete)
                .sorted(Comparator.comparing(this::order))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.getFileName().toString().startsWith(".")
                            && Files.isRegularFile(file)
                            && FileFormat.of(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private void look(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Seen before = seen.get(file);
            if (before == null
                    || before.size() != now.size()
                    || !before.modified().equals(now.lastModifiedTime())) {
                long order = before == null ? count++ : before.order();
                seen.put(file, new Seen(now.size(), now.lastModifiedTime(), System.nanoTime(), order));
            }
        } catch (NoSuchFileException e) {
            seen.remove(file);
        }
    }

    private boolean isComplete(Path file) {
        @Nullable Seen last = seen.get(file);
        return last != null
                && (System.nanoTime() - last.sinceNanos() >= settle.toNanos()
                        || !clock.instant().isBefore(last.modified().toInstant().plus(settle)));
    }

    private long order(Path file) {
        Seen last = seen.get(file);
        return last == null ? Long.MAX_VALUE : last.order();
    }
}
