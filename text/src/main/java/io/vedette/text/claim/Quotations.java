package io.vedette.text.claim;

import java.util.Arrays;

/**
 * The direct quotations of a field: for each token, where the quotation around it begins and ends.  Every style of
 * double quotation mark counts; a quotation ends with its paragraph's last mark, and one that is never closed is none.
 */
final class Quotations {

    private static final int LONGEST = 400;

    private final int[] starts;
    private final int[] ends;

    Quotations(FieldTokens tokens) {
        int count = tokens.tokens().count();
        starts = new int[count];
        ends = new int[count];
        Arrays.fill(starts, -1);
        int open = -1;
        for (int i = 0; i < count; i++) {
            if (isDouble(tokens, i)) {
                open = mark(tokens, open, i);
            }
        }
    }

    private int mark(FieldTokens tokens, int open, int i) {
        if (open < 0 || opens(tokens, i) || i - open > LONGEST) {
            return i;
        }
        Arrays.fill(starts, open, i + 1, open);
        Arrays.fill(ends, open, i + 1, i + 1);
        return -1;
    }

    private static boolean opens(FieldTokens tokens, int i) {
        char c = tokens.tokens().text().charAt(tokens.tokens().start(i));
        return c == '“' || c == '«' || c == '„';
    }

    private static boolean isDouble(FieldTokens tokens, int i) {
        return tokens.isQuote(i) && (tokens.is(i, "\"") || tokens.is(i, "''"));
    }

    /** The opening mark of the quotation around a token; -1 outside. */
    int start(int token) {
        return token >= 0 && token < starts.length ? starts[token] : -1;
    }

    /** One past the closing mark of the quotation around a token. */
    int end(int token) {
        return ends[token];
    }

    boolean quoted(int token) {
        return start(token) >= 0;
    }
}
