package io.vedette.seeds;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Gives what lies in the folder {@code vedette} of this module.  Paths are relative to it, with slashes:
 * {@code gazetteer/actors.txt}.  Stateless.
 */
public final class Seeds {

    private static final String ROOT = "/vedette/";

    private Seeds() {}

    /**
     * Opens one file, unpacked if its name ends in {@code .gz}; the caller closes it.
     *
     * @throws FileNotFoundException if there is none of that name
     */
    public static InputStream open(String path) throws IOException {
        InputStream stream = Seeds.class.getResourceAsStream(ROOT + path);
        if (stream == null) {
            throw new FileNotFoundException("there is no seed file " + path);
        }
        return path.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
    }

    /** Whether there is a file of that name. */
    public static boolean exists(String path) {
        return Seeds.class.getResource(ROOT + path) != null;
    }

    /**
     * The files of a folder and its folders, as paths that {@link #open} takes, sorted; none if there is no such folder.
     */
    public static List<String> list(String folder) throws IOException {
        URL url = Seeds.class.getResource(ROOT + folder);
        if (url == null) {
            return List.of();
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return walk(Path.of(uri), folder);
            }
            // Not the shared file system of this jar: someone else may have it open, or close it.
            Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*$", "")));
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                return walk(files.getPath(ROOT, folder), folder);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the seeds lie at " + url + ", which can't be listed", e);
        }
    }

    private static List<String> walk(Path root, String folder) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /**
     * What stands for the content of a folder: 12 hexadecimal digits of the SHA-256 over its files' names and bytes, so
     * that two runs with the same version saw the same data.
     */
    public static String version(String folder) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 14];
        for (String path : list(folder)) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            try (DigestInputStream in = new DigestInputStream(open(path), digest)) {
                while (in.read(buffer) >= 0) {
                    continue;
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("this Java has no SHA-256", e));
        }
    }
}
