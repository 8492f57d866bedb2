package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table: RFC 4180 with a line of names at its beginning.  What separates the columns is the one of comma, semicolon,
 * tab and bar that stands most often in that line.
 */
final class Table {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LONGEST_HEADER = 1 << 16;

    private final String name;
    private final Columns columns;

    Table(String name, Columns columns) {
        this.name = name;
        this.columns = columns;
    }

    /**
     * Reads to the end, or to a quotation mark that leaves open where a row ends.
     *
     * @throws IOException if reading fails
     */
    void read(Reader table, FileItems items) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(table, LONGEST_HEADER);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(in))
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        long row = 1;
        try (CSVParser parser = format.parse(in)) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (!rows.hasNext()) {
                return;
            }
            Map<String, Integer> positions = columns.positions(rows.next().toList());
            while (rows.hasNext()) {
                row++;
                CSVRecord next = rows.next();
                items.article(article(next, positions), new BadInput(name, parser.getCurrentLineNumber(), 0, ""), row);
            }
        } catch (UnknownColumnException e) {
            items.bad(new BadInput(name, 1, 0, String.valueOf(e.getMessage())), 1);
        } catch (UncheckedIOException e) {
            items.bad(new BadInput(name, 0, 0, "row " + row + " is no CSV: " + e.getMessage()), row);
        }
    }

    private static ArticleInput article(CSVRecord row, Map<String, Integer> positions) {
        return Columns.article(field -> value(row, positions.get(field)));
    }

    private static @Nullable String value(CSVRecord row, @Nullable Integer position) {
        return position == null || position >= row.size() || row.get(position).isBlank() ? null : row.get(position);
    }

    private static char separator(BufferedReader in) throws IOException {
        in.mark(LONGEST_HEADER);
        int[] counts = new int[SEPARATORS.length];
        int c = in.read();
        for (int read = 1; c >= 0 && c != '\n' && read < LONGEST_HEADER; read++, c = in.read()) {
            for (int i = 0; i < SEPARATORS.length; i++) {
                counts[i] += c == SEPARATORS[i] ? 1 : 0;
            }
        }
        in.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS[most];
    }
}
