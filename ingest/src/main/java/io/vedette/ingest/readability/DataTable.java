package io.vedette.ingest.readability;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tables that hold data, rather than the layout of a page. */
final class DataTable {

    private static final Set<String> PARTS = Set.of("col", "colgroup", "tfoot", "thead", "th");
    private static final int MANY_ROWS = 10;
    private static final int MANY_COLUMNS = 5;
    private static final int FEW_CELLS = 10;

    private DataTable() {}

    static boolean is(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        Element caption = table.getElementsByTag("caption").first();
        if (!table.attr("summary").isBlank() || caption != null && caption.childNodeSize() > 0) {
            return true;
        }
        Elements inside = table.getAllElements();
        if (inside.stream().anyMatch(e -> PARTS.contains(e.normalName()))) {
            return true;
        }
        return inside.stream().noneMatch(e -> e != table && e.nameIs("table")) && isLarge(table);
    }

    private static boolean isLarge(Element table) {
        int rows = 0;
        int columns = 0;
        for (Element row : table.getElementsByTag("tr")) {
            rows += span(row, "rowspan");
            int cells = 0;
            for (Element cell : row.getElementsByTag("td")) {
                cells += span(cell, "colspan");
            }
            columns = Math.max(columns, cells);
        }
        return rows >= MANY_ROWS || columns >= MANY_COLUMNS || rows * columns > FEW_CELLS;
    }

    private static int span(Element e, String attribute) {
        try {
            return Integer.parseInt(e.attr(attribute));
        } catch (NumberFormatException none) {
            return 1;
        }
    }
}
