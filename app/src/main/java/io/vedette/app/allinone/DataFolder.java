package io.vedette.app.allinone;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the all-in-one keeps its data.  One process at a time; a temporary one is gone once it is closed. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private DataFolder(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /**
     * A folder that stays, made if it isn't there.
     *
     * @throws StartupException if it can't be written or another process works on it
     */
    public static DataFolder at(Path path) {
        return open(path.toAbsolutePath().normalize(), false);
    }

    /** A new folder among the system's temporary files. */
    public static DataFolder temporary() {
        try {
            return open(Files.createTempDirectory("vedette-"), true);
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.CANT_CREATE, "no temporary folder can be made; give one with --data DIR", e);
        }
    }

    /** Of the embedded broker. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** Of the embedded registry. */
    public Path registry() {
        return path.resolve("registry");
    }

    /** Of the local state of the topologies. */
    public Path streams() {
        return path.resolve("streams");
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Lets another process in; deletes a temporary folder. */
    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            delete(path);
        }
    }

    private static DataFolder open(Path path, boolean temporary) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StartupException(
                        ExitCode.UNAVAILABLE,
                        path + " is in use by another vedette; end that one, or give another folder with --data DIR");
            }
            return new DataFolder(path, temporary, channel);
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.CANT_CREATE,
                    path + " can't be written (" + e + "); give another folder with --data DIR",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            // Held until the channel closes, or the process ends.
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(DataFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            // Whoever was faster has done what we want.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
