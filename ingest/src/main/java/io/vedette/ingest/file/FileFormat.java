package io.vedette.ingest.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file holds, by the end of its name; each also packed, see {@link Packing}. */
enum FileFormat {
    /** {@code .jsonl}, {@code .ndjson}: one article a line. */
    JSON_LINES,
    /** {@code .json}: one article, or an array of them. */
    JSON,
    /** {@code .csv}, {@code .tsv}: a line that names the columns, then one article a row. */
    TABLE,
    /** {@code .txt}, {@code .text}: one article, all of it text. */
    TEXT,
    /** {@code .html}, {@code .htm}, {@code .xhtml}: one page. */
    HTML,
    /** {@code .eml}: one message. */
    MAIL,
    /** {@code .warc}: pages as a crawler fetched them; also {@code .arc}, its predecessor. */
    WARC;

    /** The format of a file; empty if its name says nothing. */
    static Optional<FileFormat> of(Path file) {
        String name = Packing.unpacked(file).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            case "json" -> Optional.of(JSON);
            case "csv", "tsv" -> Optional.of(TABLE);
            case "txt", "text" -> Optional.of(TEXT);
            case "html", "htm", "xhtml" -> Optional.of(HTML);
            case "eml" -> Optional.of(MAIL);
            case "warc", "arc" -> Optional.of(WARC);
            default -> Optional.empty();
        };
    }
}
