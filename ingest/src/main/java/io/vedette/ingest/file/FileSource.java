package io.vedette.ingest.file;

import io.vedette.text.article.ArticleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file, or a folder with everything below it, as a source.  Files are read in the order of their names, so that one
 * position says how far the whole has been read; a file that comes later under an earlier name is not seen.  Hidden
 * files, and in folders those of no known format unless a mapping reads them, are passed over.
 */
public final class FileSource {

    private static final int ID_DIGITS = 16;

    private final Path root;

    private FileSource(Path root) {
        this.root = root;
    }

    /**
     * The source of a path.
     *
     * @throws NoSuchFileException if there is nothing, or it can't be read
     */
    public static FileSource of(Path path) throws NoSuchFileException {
        if (!Files.isReadable(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new FileSource(path.toAbsolutePath().normalize());
    }

    /** What its progress is kept under: the same for the same absolute path. */
    public String id() {
        return "file-" + ArticleId.of(null, root.toString()).substring(0, ID_DIGITS);
    }

    Path root() {
        return root;
    }

    /** The files, in the order in which they are read. */
    List<ArticleFile> files(Layout layout) throws IOException {
        if (!Files.isDirectory(root)) {
            FileFormat format = FileFormat.of(root).orElse(FileFormat.JSON_LINES);
            return List.of(new ArticleFile(root, root.getFileName().toString(), format, layout));
        }
        List<ArticleFile> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(root)) {
            for (Path path : below.filter(this::isVisibleFile).toList()) {
                Optional<FileFormat> format = FileFormat.of(path);
                Optional<FileFormat> read = layout.mapping() == null ? format : Optional.of(FileFormat.JSON_LINES);
                read.ifPresent(known -> files.add(new ArticleFile(path, name(path), known, layout)));
            }
        }
        files.sort(Comparator.comparing(ArticleFile::name));
        return files;
    }

    private boolean isVisibleFile(Path path) {
        return Files.isRegularFile(path)
                && Stream.of(root.relativize(path).toString().split("[/\\\\]")).noneMatch(part -> part.startsWith("."));
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
