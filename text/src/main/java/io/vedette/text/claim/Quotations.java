package io.vedette.text.claim;

import io.vedette.text.token.Tokens;
import java.util.Arrays;

/**
 * The direct quotations of a field: for each token, where the quotation around it begins and ends.  Every style of
 * quotation mark counts, also two single ones for a double one; which way a mark looks is told by its shape, else by
 * the space beside it.  A quotation that is never closed goes to the end of its paragraph where the next paragraph
 * begins with a mark, as is the custom, and is none otherwise.  Quotations inside quotations are part of these.
 */
final class Quotations {

    private static final int LONGEST = 800;
    private static final int LONGEST_SINGLE = 60;

    private final FieldTokens tokens;
    private final int[] starts;
    private final int[] ends;

    Quotations(FieldTokens tokens) {
        this.tokens = tokens;
        int count = tokens.tokens().count();
        starts = new int[count];
        ends = new int[count];
        Arrays.fill(starts, -1);
        mark(count);
    }

    private void mark(int count) {
        int open = -1;
        boolean single = false;
        for (int i = 0; i < count; i++) {
            if (open >= 0 && (i - open > (single ? LONGEST_SINGLE : LONGEST) || isParagraph(i))) {
                if (!single && isParagraph(i) && isDouble(i)) {
                    fill(open, i);
                }
                open = -1;
            }
            int length = tokens.isQuote(i) || tokens.isPossessive(i) ? markLength(i, count) : 0;
            if (length == 0) {
                continue;
            }
            boolean isSingle = length == 1 && !isDouble(i);
            if (open < 0 && opens(i, length)) {
                open = i;
                single = isSingle;
            } else if (open >= 0 && isSingle == single && closes(i)) {
                fill(open, i + length);
                open = -1;
            } else if (open >= 0 && single && !isSingle && opens(i, length)) {
                open = i;
                single = false;
            }
            i += length - 1;
        }
    }

    private void fill(int from, int to) {
        Arrays.fill(starts, from, to, from);
        Arrays.fill(ends, from, to, to);
    }

    /** How many tokens make the mark; 0 where there is none, as for the "'s" of an owner. */
    private int markLength(int i, int count) {
        if (!isDouble(i)
                && i + 1 < count
                && isMark(i)
                && isMark(i + 1)
                && tokens.tokens().joined(i + 1)) {
            return 2;
        }
        return tokens.isQuote(i) ? 1 : 0;
    }

    private boolean isMark(int i) {
        return tokens.norm(i).equals("'");
    }

    private boolean isDouble(int i) {
        return tokens.isQuote(i) && tokens.norm(i).equals("\"");
    }

    private boolean opens(int i, int length) {
        Tokens all = tokens.tokens();
        char c = all.text().charAt(all.start(i));
        if (c == '“' || c == '«' || c == '„' || c == '‘') {
            return true;
        }
        boolean space = i + length >= all.count() || !all.joined(i + length);
        return c != '”' && c != '»' && c != '’' && !space && (!all.joined(i) || !isWordBefore(i));
    }

    private boolean isWordBefore(int i) {
        return tokens.isWord(i - 1)
                || tokens.tokens().text().charAt(tokens.tokens().end(i - 1) - 1) == '.';
    }

    private boolean closes(int i) {
        Tokens all = tokens.tokens();
        char c = all.text().charAt(all.start(i));
        return c != '«' && c != '„' && c != '‘' && (all.joined(i) || c == '”' || c == '»' || c == '"' || c == '“');
    }

    private boolean isParagraph(int i) {
        Tokens all = tokens.tokens();
        return i > 0
                && !all.joined(i)
                && tokens.isSentenceStart(i)
                && all.text().substring(all.end(i - 1), all.start(i)).indexOf('\n') >= 0;
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
