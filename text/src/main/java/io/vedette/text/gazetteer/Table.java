package io.vedette.text.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tab-separated lines; those that begin with # are comments.  Closes nothing. */
final class Table {

    private final String file;
    private final BufferedReader lines;
    private int number;
    private String[] cells = {};

    Table(String file, InputStream in) {
        this.file = file;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Goes to the next line, if there is one, and checks that it has that many columns or one trailing less. */
    boolean next(int columns) throws IOException {
        String line;
        do {
            line = lines.readLine();
            number++;
        } while (line != null && (line.isBlank() || line.startsWith("#")));
        if (line == null) {
            return false;
        }
        cells = line.split("\t", -1);
        if (cells.length > columns) {
            throw problem("has " + cells.length + " columns instead of " + columns);
        }
        return true;
    }

    String text(int column) throws IOException {
        String cell = orNull(column);
        if (cell == null) {
            throw problem("column " + (column + 1) + " is empty");
        }
        return cell;
    }

    @Nullable
    String orNull(int column) {
        return column < cells.length && !cells[column].isBlank() ? cells[column].strip() : null;
    }

    /** The parts of a cell between bars. */
    List<String> list(int column) {
        String cell = orNull(column);
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split("\\|"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    double number(int column) throws IOException {
        String cell = orNull(column);
        try {
            return cell == null ? 0 : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IOException(
                    problem("column " + (column + 1) + " is no number: " + cell).getMessage(), e);
        }
    }

    IOException problem(String what) {
        return new IOException(file + ", line " + number + ": " + what);
    }
}
