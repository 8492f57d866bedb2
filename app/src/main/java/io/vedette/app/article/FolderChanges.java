package io.vedette.app.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the files of a folder have changed, by their sizes, times and identities.  It is asked from time to time: that
 * works on every file system and through the links of a ConfigMap, where notifications do not.  For one thread.
 */
final class FolderChanges {

    private final Path folder;

    /** As they were when they were due last; null before. */
    private @Nullable Map<Path, Stamp> known;

    private @Nullable Map<Path, Stamp> last;

    /**
     * What a change of a file's content changes of it.
     *
     * @param key its identity, where the file system has one: a file may be replaced by one of its size and time
     */
    private record Stamp(
            long bytes, FileTime modified, @Nullable Object key) {}

    FolderChanges(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether the files are to be read: they are others than when this said so last, and have stayed as they are since it was
     * asked last, so that nobody is in the middle of writing them.
     *
     * @throws IOException if the folder can't be listed now
     */
    boolean due() throws IOException {
        Map<Path, Stamp> now = stamps();
        if (now.equals(known)) {
            last = now;
            return false;
        }
        if (!now.equals(last)) {
            last = now;
            return false;
        }
        known = now;
        return true;
    }

    /** Whether the files are still as they were when they were due; if not they will be due again. */
    boolean unchanged() throws IOException {
        if (stamps().equals(known)) {
            return true;
        }
        forget();
        return false;
    }

    /** Makes the files due again, though they stay as they are: they could not be read. */
    void forget() {
        known = null;
        last = null;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path path : FolderFiles.of(folder)) {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(path), BasicFileAttributes.class);
            stamps.put(path, new Stamp(file.size(), file.lastModifiedTime(), file.fileKey()));
        }
        return stamps;
    }
}
