package io.vedette.text.gazetteer.check;

import java.util.Arrays;
import java.util.List;

/** One line of a table, whatever it looks like. */
record Row(String file, int line, List<String> cells) {

    static Row of(String file, int line, String text) {
        return new Row(file, line, Arrays.asList(text.split("\t", -1)));
    }

    /** A cell without white space around it, empty where the line is shorter. */
    String text(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** The parts of a cell between bars, empty ones included. */
    List<String> list(int column) {
        String cell = text(column);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    String where() {
        return file + ", line " + line;
    }
}
