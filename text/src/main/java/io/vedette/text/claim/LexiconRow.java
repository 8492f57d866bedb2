package io.vedette.text.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of a lexicon file, and where it stands. */
record LexiconRow(String file, int line, List<String> columns) {

    /** The rows of a file: tab-separated columns; blank lines and lines that start with "#" are none. */
    static List<LexiconRow> of(String file, String content, int least, int most) {
        List<LexiconRow> rows = new ArrayList<>();
        int line = 0;
        for (String text : content.lines().toList()) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            LexiconRow row = new LexiconRow(file, line, List.of(text.split("\t", -1)));
            int count = row.columns.size();
            if (count < least || count > most) {
                throw row.wrong(count + " columns instead of " + least + (most > least ? " to " + most : ""));
            }
            rows.add(row);
        }
        return rows;
    }

    String text(int column) {
        return column < columns.size() ? columns.get(column).strip() : "";
    }

    /** The column's text; null where it is "-". */
    @Nullable
    String orNull(int column) {
        String text = text(column);
        return text.equals("-") ? null : text;
    }

    double confidence(int column) {
        try {
            double value = Double.parseDouble(text(column));
            if (value > 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("\"" + text(column) + "\" is no confidence between 0 and 1");
        }
        throw wrong("\"" + text(column) + "\" is no confidence between 0 and 1");
    }

    int count(int column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw wrong("\"" + text(column) + "\" is no whole number");
        }
    }

    <E extends Enum<E>> E constant(int column, Class<E> type) {
        try {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("\"" + text(column) + "\" is none of " + List.of(type.getEnumConstants()));
        }
    }

    LexiconException wrong(String problem) {
        return new LexiconException(file, line, problem);
    }
}
