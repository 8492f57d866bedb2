package io.vedette.text.token;

import java.util.Arrays;
import java.util.Set;

/** One pass over a text.  Used once. */
final class Tokenizer {

    /** What French and Italian elide before a vowel; "O'Brien" and "don't" stay whole. */
    private static final Set<String> ELISIONS =
            Set.of("l", "d", "j", "n", "s", "m", "t", "c", "qu", "L", "D", "J", "N", "S", "M", "T", "C", "Qu", "QU");

    private final String text;
    private final int length;
    private int[] starts;
    private int[] ends;
    private TokenKind[] kinds;
    private byte[] shapes;
    private int count;

    /** Whether a single quotation mark is open, which makes the one after a plural a closing mark. */
    private boolean quoted;

    Tokenizer(String text) {
        this.text = text;
        this.length = text.length();
        int expected = length / 5 + 8;
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.kinds = new TokenKind[expected];
        this.shapes = new byte[expected];
    }

    Tokens run() {
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            if (Shape.isSpace(c)) {
                i += Character.charCount(c);
            } else if (Shape.isLetter(c)) {
                i = word(i);
            } else if (Shape.isDigit(c)) {
                i = number(i);
            } else {
                i = sign(i, c);
            }
        }
        starts = Arrays.copyOf(starts, count);
        ends = Arrays.copyOf(ends, count);
        kinds = Arrays.copyOf(kinds, count);
        shapes = Arrays.copyOf(shapes, count);
        int[] sentences = new SentenceSplitter(text, starts, ends, kinds, shapes).run();
        return new Tokens(text, starts, ends, kinds, shapes, sentences);
    }

    private int word(int start) {
        int acronym = acronymEnd(start);
        if (acronym > 0) {
            return add(start, acronym, TokenKind.WORD, Shape.of(text, start, acronym) | Shape.ACRONYM);
        }
        int end = letters(start);
        while (end < length && Shape.isApostrophe(text.charAt(end)) && !isPossessive(end)) {
            int rest = letters(end + 1);
            if (rest == end + 1) {
                break;
            }
            if (end - start <= 2 && rest - end > 2 && ELISIONS.contains(text.substring(start, end))) {
                return add(start, end + 1, TokenKind.WORD, Shape.of(text, start, end));
            }
            end = rest;
        }
        return add(start, end, TokenKind.WORD, Shape.of(text, start, end));
    }

    /** Letters, digits and marks from here on. */
    private int letters(int start) {
        int i = start;
        while (i < length) {
            int c = text.codePointAt(i);
            if (!Shape.isLetter(c) && !Shape.isDigit(c) && !(i > start && Shape.isExtender(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The end of "U.S." or "p.m", or 0: single letters with dots between, two at least. */
    private int acronymEnd(int start) {
        int i = start;
        int letters = 0;
        while (i + 1 < length && Shape.isLetter(text.charAt(i)) && text.charAt(i + 1) == '.') {
            i += 2;
            letters++;
        }
        if (i < length && letters > 0 && Shape.isLetter(text.charAt(i))) {
            boolean alone = letters(i) == i + 1;
            return alone ? i + 1 : letters > 1 ? i : 0;
        }
        return letters > 1 ? i : 0;
    }

    private int number(int start) {
        int i = letters(start);
        while (i + 1 < length && isNumberSign(text.charAt(i)) && Shape.isDigit(text.charAt(i + 1))) {
            i = letters(i + 1);
        }
        return add(start, i, TokenKind.NUMBER, 0);
    }

    private static boolean isNumberSign(char c) {
        return c == '.' || c == ',' || c == ':';
    }

    private int sign(int start, int c) {
        if (Shape.isApostrophe(c) && isPossessive(start)) {
            int end = isS(start + 1) ? start + 2 : start + 1;
            return add(start, end, TokenKind.POSSESSIVE, 0);
        }
        int end = start + Character.charCount(c);
        if (Shape.isQuote(c)) {
            if (!Shape.isDoubleQuote(c)) {
                quoted = !quoted && end < length && !Shape.isSpace(text.charAt(end));
            }
            return add(start, end, TokenKind.QUOTE, 0);
        }
        if (c < 128) {
            while (end < length && text.charAt(end) == c) {
                end++;
            }
        }
        return add(start, end, TokenKind.PUNCTUATION, 0);
    }

    /** Whether the apostrophe here is that of "army's" or "troops'". */
    private boolean isPossessive(int apostrophe) {
        if (apostrophe == 0 || text.charAt(apostrophe) == '`') {
            return false;
        }
        char before = text.charAt(apostrophe - 1);
        if (!Character.isLetterOrDigit(before) && before != '.') {
            return false;
        }
        if (isS(apostrophe + 1)) {
            return apostrophe + 2 >= length || !Character.isLetterOrDigit(text.charAt(apostrophe + 2));
        }
        boolean wordGoesOn = apostrophe + 1 < length && Character.isLetterOrDigit(text.charAt(apostrophe + 1));
        return isS(apostrophe - 1) && !wordGoesOn && !quoted;
    }

    private boolean isS(int i) {
        return i < length && (text.charAt(i) == 's' || text.charAt(i) == 'S');
    }

    private int add(int start, int end, TokenKind kind, int shape) {
        if (count == starts.length) {
            int more = count + count / 2 + 8;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            kinds = Arrays.copyOf(kinds, more);
            shapes = Arrays.copyOf(shapes, more);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
        shapes[count++] = (byte) shape;
        return end;
    }
}
