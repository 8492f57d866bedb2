package io.vedette.app.article;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.seeds.Seeds;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gazetteer's files: those that Vedette comes with, under those of a user's folder.  Whatever is hidden there is none of
 * them.
 */
public final class GazetteerFiles implements GazetteerReader.Source {

    private static final String PREFIX = "gazetteer/";

    private final @Nullable Path folder;

    private GazetteerFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * With a user's folder, or null for none.
     *
     * @throws StartupException if there is no such folder
     */
    public static GazetteerFiles of(@Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new StartupException(
                    ExitCode.CONFIG,
                    "tagging.gazetteer: there is no folder " + folder + "; make it, or correct the path");
        }
        return new GazetteerFiles(folder);
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path own = folder == null ? null : folder.resolve(path.substring(PREFIX.length()));
        return own != null && Files.isRegularFile(own) ? Files.newInputStream(own) : Seeds.open(path);
    }

    /**
     * Reads them all.
     *
     * @throws StartupException if a file of the user's is wrong: the message says which, and where
     */
    public Gazetteer read() {
        try {
            return GazetteerReader.read(this, version());
        } catch (IOException e) {
            if (folder == null) {
                throw new UncheckedIOException("the seeds that Vedette comes with can't be read; build it again", e);
            }
            throw new StartupException(
                    ExitCode.CONFIG,
                    "tagging.gazetteer, " + folder + ": " + e.getMessage() + "; vedette gazetteer check --gazetteer "
                            + folder + " finds all there is",
                    e);
        }
    }

    /** What stands for their content: 12 hexadecimal digits; an empty folder is as good as none. */
    String version() throws IOException {
        String ours = Seeds.version("gazetteer");
        List<Path> own = folder == null ? List.of() : FolderFiles.of(folder);
        if (folder == null || own.isEmpty()) {
            return ours;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ours.getBytes(StandardCharsets.UTF_8));
            for (Path file : own) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(folder.resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
