package io.vedette.text.story;

import java.text.Normalizer;

/**
 * Splits a text into the terms of a fingerprint, in one pass and without a string for each word: its words are folded and
 * roughly stemmed in a buffer of their own, then hashed.  Not thread-safe.
 *
 * <p>This is coarser than {@link io.vedette.text.token.Tokens} on purpose: it decides nothing but whether two words are
 * likely to be the same, in any language.
 */
final class WordScanner {

    /** Takes the words of a text in their order. */
    interface Sink {

        /**
         * A word.
         *
         * @param hash of its stem
         * @param start where it begins in the text
         * @param number whether it begins with a digit
         * @param capital whether it begins with a capital letter
         * @param length of its stem, in UTF-16 code units
         */
        void word(int hash, int start, boolean number, boolean capital, int length);

        /** The words since the last call, or since the beginning, were a sentence. */
        void sentence();
    }

    private static final int LONGEST = 64;
    private static final char[] FOLDED = folded();

    private final char[] word = new char[LONGEST];
    private int length;

    /** Goes through the text from its beginning. */
    void scan(String text, Sink sink) {
        int i = 0;
        int end = text.length();
        while (i < end) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                i = word(text, i, sink);
            } else {
                if (c == '\n' || (c == '.' || c == '!' || c == '?') && endsSentence(text, i)) {
                    sink.sentence();
                }
                i++;
            }
        }
        sink.sentence();
    }

    /** "Mr. Smith" and "U.S. troops" go on. */
    private static boolean endsSentence(String text, int at) {
        boolean space = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
        if (!space || text.charAt(at) != '.') {
            return space;
        }
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1)) && at - start < 4) {
            start--;
        }
        boolean abbreviation = at - start >= 1 && at - start <= 3 && Character.isUpperCase(text.charAt(start));
        return !abbreviation;
    }

    private int word(String text, int start, Sink sink) {
        char first = text.charAt(start);
        boolean number = first >= '0' && first <= '9';
        length = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '.' && number && digitFollows(text, i)) {
                append(c);
            } else if (!(c == ',' && number && digitFollows(text, i)) && !isMark(c)) {
                break;
            }
            i++;
            if (Character.isIdeographic(c)) {
                break;
            }
        }
        if (length > 0) {
            int stem = number ? length : Stem.length(word, length);
            sink.word(Hash.of(word, stem), start, number, Character.isUpperCase(first), stem);
        }
        return i;
    }

    private static boolean digitFollows(String text, int at) {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void append(char c) {
        if (length < LONGEST) {
            word[length++] = c < FOLDED.length ? FOLDED[c] : Character.toLowerCase(c);
        }
    }

    /** Lower case without diacritics, for Latin, Greek and Cyrillic letters. */
    private static char[] folded() {
        char[] folded = new char[0x530];
        for (char c = 0; c < folded.length; c++) {
            char lower = Character.toLowerCase(c);
            boolean cyrillic = c >= 0x400;
            String parts = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
            folded[c] = cyrillic && lower != 'ё' ? lower : Character.toLowerCase(parts.charAt(0));
        }
        return folded;
    }
}
