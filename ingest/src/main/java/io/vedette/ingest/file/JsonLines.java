package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.MalformedInputException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines: a bad line is reported and the others go on; blank lines are nothing. */
final class JsonLines {

    private JsonLines() {}

    /**
     * Reads to the end.
     *
     * @param where the file for reports; null for standard input
     * @throws IOException if reading fails
     */
    static void read(Reader reader, @Nullable String where, FileItems items) throws IOException, InterruptedException {
        LineReader lines = new LineReader(reader, LineReader.LONGEST_LINE);
        long number = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (lines.tooLong()) {
                items.bad(new BadInput(where, number, 0, "the line is longer than 64 million characters"), number);
            } else if (!line.isBlank()) {
                one(number == 1 ? withoutByteOrderMark(line) : line, where, number, items);
            }
        }
    }

    private static void one(String line, @Nullable String where, long number, FileItems items)
            throws InterruptedException {
        try {
            items.article(ArticleJson.line(line, number), new BadInput(where, number, 0, ""), number);
        } catch (MalformedInputException e) {
            items.bad(e.in(where), number);
        }
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }
}
