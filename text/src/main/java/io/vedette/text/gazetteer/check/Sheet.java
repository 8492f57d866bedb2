package io.vedette.text.gazetteer.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole table: its rows, and what its header calls the columns. */
record Sheet(String file, Layout layout, List<Row> rows, List<String> header) {

    static Sheet read(String file, InputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("#")) {
                header = rows.isEmpty() && line.indexOf('\t') > 0 ? names(line) : header;
            } else if (!line.isBlank()) {
                rows.add(Row.of(file, number, line));
            }
        }
        Layout byName = Layout.of(file);
        Layout byHeader = Layout.withColumns(header);
        return new Sheet(file, byHeader == null ? byName : byHeader, rows, header);
    }

    private static List<String> names(String comment) {
        return Arrays.stream(comment.substring(1).split("\t", -1))
                .map(String::strip)
                .toList();
    }

    /** That each row has the columns that the reader reads, no more and not too few. */
    void checkColumns(Findings findings) {
        List<String> columns = layout.columns();
        if (!header.isEmpty() && !header.equals(columns)) {
            findings.error(
                    file,
                    "its header names the columns " + String.join(", ", header),
                    "the reader takes " + String.join(", ", columns) + " in this order: make it say so, and be so");
        }
        for (Row row : rows) {
            if (row.cells().size() > columns.size()) {
                findings.error(
                        row,
                        "has " + row.cells().size() + " columns, of which the reader knows " + columns.size(),
                        "remove what lies behind " + columns.get(columns.size() - 1) + ", or a tab that is too many");
            }
            for (int i = 0; i < layout.least(); i++) {
                boolean optional =
                        columns.get(i).equals("country") || columns.get(i).equals("areas");
                if (row.text(i).isEmpty() && !optional) {
                    findings.error(row, "column " + columns.get(i) + " is empty", "fill it, or remove the row");
                }
            }
        }
    }
}
