package io.vedette.text.token;

import java.util.Arrays;
import java.util.Set;

/** One pass over a text.  Used once. */
final class Tokenizer {

    /** What French and Italian elide before a vowel; "O'Brien" and "don't" stay whole. */
    private static final Set<String> ELISIONS =
            Set.of("l", "d", "j", "n", "s", "m", "t", "c", "qu", "L", "D", "J", "N", "S", "M", "T", "C", "Qu", "QU");

    private final String text;

    /** The text and a NUL behind it, at which every loop over letters ends. */
    private final char[] chars;

    private final int length;
    private int[] starts;
    private int[] ends;
    private byte[] marks;
    private long[] hashes;
    private int count;

    /** {@link Shape#NEW_LINE} where a line break has been seen since the last token. */
    private int newLine;

    /** Whether a single quotation mark is open, which makes the one after a plural a closing mark. */
    private boolean quoted;

    Tokenizer(String text) {
        this.text = text;
        this.length = text.length();
        this.chars = new char[length + 1];
        text.getChars(0, length, chars, 0);
        int expected = length / 4 + 2;
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.marks = new byte[expected];
        this.hashes = new long[expected];
    }

    Tokens run() {
        int i = 0;
        while (i < length) {
            int known = Letters.of(chars[i]);
            if ((known & Letters.SPACE) != 0) {
                newLine |= (known & Letters.LINE_BREAK) == 0 ? 0 : Shape.NEW_LINE;
                i++;
            } else if ((known & Letters.LETTER) != 0) {
                i = word(i, known);
            } else {
                i = other(i, text.codePointAt(i));
            }
        }
        return new Tokens(text, count, starts, ends, marks, hashes);
    }

    private int other(int i, int c) {
        if (Shape.isSpace(c)) {
            newLine |= Shape.isLineBreak(c) ? Shape.NEW_LINE : 0;
            return i + Character.charCount(c);
        } else if (Shape.isLetter(c)) {
            return word(i);
        }
        return Shape.isDigit(c) ? number(i) : sign(i, c);
    }

    /** A word of letters that the table knows, with its hash in one go; most are.  Others are left to {@link #word(int)}. */
    private int word(int start, int first) {
        long hash = 0;
        int all = 0;
        int i = start;
        int known = first;
        do {
            hash = Folding.hash(hash, Letters.folded(known));
            all |= known;
            known = Letters.of(chars[++i]);
        } while ((known & (Letters.LETTER | Letters.DIGIT)) != 0);
        boolean ends = (known & Letters.ENDS_WORD) != 0 && (i > start + 1 || chars[i] != '.');
        if ((all & Letters.FOLDED_OTHERWISE) != 0 || !ends) {
            return word(start);
        }
        return add(start, i, TokenKind.WORD, shape(start, i, first, all), Folding.hashed(hash, i - start));
    }

    private int shape(int start, int end, int first, int all) {
        if ((first & Letters.UPPER) == 0) {
            return (first & Letters.LOWER) != 0 ? Shape.LOWER : 0;
        }
        return (all & Letters.LOWER) != 0 || !hasLetters(start + 1, end)
                ? Shape.CAPITALISED
                : Shape.CAPITALISED | Shape.ALL_CAPS;
    }

    private boolean hasLetters(int from, int to) {
        for (int i = from; i < to; i++) {
            if ((Letters.of(chars[i]) & Letters.LETTER) != 0) {
                return true;
            }
        }
        return false;
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
        while ((Letters.of(chars[i]) & (Letters.LETTER | Letters.DIGIT)) != 0) {
            i++;
        }
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
        if (c < 128 && !Shape.isQuote(c)) {
            return signs(start, c);
        } else if (Shape.isApostrophe(c) && isPossessive(start)) {
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
        return add(start, end, TokenKind.PUNCTUATION, 0);
    }

    /** The same sign once or several times. */
    private int signs(int start, int c) {
        int end = start + 1;
        while (end < length && chars[end] == c) {
            end++;
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
        return add(start, end, kind, shape, hash(start, end));
    }

    private long hash(int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            char c = chars[i];
            int known = Letters.of(c);
            // A dot behind a letter may be that of an acronym, which is folded as a whole.
            if (known == 0
                    || (known & Letters.FOLDED_OTHERWISE) != 0
                    || c == '.' && i > start && !Shape.isDigit(chars[start])) {
                return Folding.hash(Folding.fold(text, start, end));
            }
            hash = Folding.hash(hash, Letters.folded(known));
        }
        return Folding.hashed(hash, end - start);
    }

    private int add(int start, int end, TokenKind kind, int shape, long hash) {
        if (count == starts.length) {
            grow(count + count / 2 + 8);
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count] = hash;
        marks[count++] = Shape.mark(kind, shape | newLine);
        newLine = 0;
        return end;
    }

    private void grow(int more) {
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
        marks = Arrays.copyOf(marks, more);
        hashes = Arrays.copyOf(hashes, more);
    }
}
