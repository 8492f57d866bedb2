package io.vedette.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in Markdown, so that it can go into docs/benchmarks.md as it is printed. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();

    /** With these headings. */
    public Table(String... columns) {
        rows.add(columns);
    }

    /** Adds a row with as many cells as there are headings. */
    public void row(String... cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(text, rows.get(i), widths, ' ');
            if (i == 0) {
                String[] rule = new String[widths.length];
                Arrays.fill(rule, "");
                line(text, rule, widths, '-');
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String[] cells, int[] widths, char pad) {
        for (int i = 0; i < cells.length; i++) {
            text.append("| ").append(cells[i]);
            text.append(String.valueOf(pad).repeat(widths[i] - cells[i].length()))
                    .append(' ');
        }
        text.append("|\n");
    }
}
