package io.vedette.ingest.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file holds, by the end of its name; each also with {@code .gz} behind it. */
enum FileFormat {
    /** {@code .jsonl}, {@code .ndjson}: one article a line. */
    JSON_LINES,
    /** {@code .json}: one article, or an array of them. */
    JSON,
    /** {@code .txt}, {@code .text}: one article, all of it text. */
    TEXT,
    /** {@code .html}, {@code .htm}, {@code .xhtml}: one page. */
    HTML;

    /** The format of a file; empty if its name says nothing. */
    static Optional<FileFormat> of(Path file) {
        String name = withoutGz(file.getFileName().toString()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            case "json" -> Optional.of(JSON);
            case "txt", "text" -> Optional.of(TEXT);
            case "html", "htm", "xhtml" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    static boolean isGz(Path file) {
        return !withoutGz(file.getFileName().toString())
                .equals(file.getFileName().toString());
    }

    static String withoutGz(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
