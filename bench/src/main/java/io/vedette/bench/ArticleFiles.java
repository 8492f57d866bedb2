package io.vedette.bench;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads articles from JSON Lines, plain or as .gz. */
public final class ArticleFiles {

    private ArticleFiles() {}

    /**
     * Reads articles one after the other.
     *
     * @param paths files, or folders with files, in the order of their names
     * @param more takes an article and says whether it wants another
     * @throws IllegalArgumentException naming file and line if a line is no article
     */
    public static void read(List<Path> paths, Predicate<ArticleInput> more) throws IOException {
        for (Path file : files(paths)) {
            try (BufferedReader lines = open(file)) {
                String line;
                for (int n = 1; (line = lines.readLine()) != null; n++) {
                    if (!more.test(article(file, line, n))) {
                        return;
                    }
                }
            }
        }
    }

    /** Opens a file of UTF-8 text, unpacked if its name ends in .gz. */
    public static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return reader(file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in);
    }

    /** UTF-8 by lines. */
    public static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new NoSuchFileException(path.toString());
            }
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static ArticleInput article(Path file, String line, int number) {
        try {
            return ArticleJson.line(line, number);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
