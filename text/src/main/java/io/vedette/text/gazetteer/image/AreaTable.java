package io.vedette.text.gazetteer.image;

import java.util.Arrays;

/** The codes of countries and their divisions, sorted: "UA", "UA.07", "UA.07.6323". */
final class AreaTable {

    private final String[] codes;
    private final boolean[] hasRow;

    AreaTable(String[] codes) {
        this.codes = codes;
        this.hasRow = new boolean[codes.length];
    }

    String code(int area) {
        return codes[area];
    }

    void addRow(int area) {
        hasRow[area] = true;
    }

    /** Whether the image has a row for the division of this code itself. */
    boolean hasRow(String code) {
        int area = Arrays.binarySearch(codes, code);
        return area >= 0 && hasRow[area];
    }
}
