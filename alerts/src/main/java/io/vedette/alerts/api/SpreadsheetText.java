package io.vedette.alerts.api;

import org.jspecify.annotations.Nullable;

/**
 * Keeps text from being taken for a formula when a CSV file is opened in a spreadsheet: what begins like one gets an
 * apostrophe in front (OWASP, CSV Injection).  So does what begins with an apostrophe, so that taking one away from every
 * text that has one gives back exactly what there was.
 */
final class SpreadsheetText {

    /** Formulas, and the white space that programs skip before one; full-width signs count in some of them. */
    private static final String BEGINNINGS = "=+-@\t\r\n'＝＋－＠";

    private SpreadsheetText() {}

    /** The cell; numbers and truth values stay what they are. */
    static @Nullable Object guarded(@Nullable Object cell) {
        if (cell instanceof CharSequence && !cell.toString().isEmpty()) {
            String text = cell.toString();
            return BEGINNINGS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        }
        return cell;
    }
}
