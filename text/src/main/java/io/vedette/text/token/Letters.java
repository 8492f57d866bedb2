package io.vedette.text.token;

/**
 * What there is to know of each character of the alphabets that news is mostly written in (Latin, Greek, Cyrillic,
 * Hebrew, Arabic), looked up instead of computed.
 */
final class Letters {

    /** Characters below this one are in the tables. */
    static final int COUNT = 0x700;

    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int UPPER = 4;
    static final int LOWER = 8;
    static final int SPACE = 16;

    /** Certainly no part of the word before it. */
    static final int ENDS_WORD = 32;

    static final int LINE_BREAK = 64;

    private static final byte[] KINDS = new byte[COUNT];
    private static final char[] FOLDED = new char[COUNT];

    static {
        for (char c = 0; c < COUNT; c++) {
            KINDS[c] = (byte) kinds(c);
            String folded = Folding.fold(c);
            FOLDED[c] = folded.length() == 1 ? folded.charAt(0) : 0;
        }
    }

    private Letters() {}

    private static int kinds(char c) {
        int word = (Shape.isLetter(c) ? LETTER : 0) | (Shape.isDigit(c) ? DIGIT : 0);
        boolean ends = word == 0 && !Shape.isExtender(c) && !Shape.isApostrophe(c);
        return word
                | (Character.isUpperCase(c) || Character.isTitleCase(c) ? UPPER : 0)
                | (Character.isLowerCase(c) ? LOWER : 0)
                | (Shape.isSpace(c) ? SPACE : 0)
                | (Shape.isLineBreak(c) ? LINE_BREAK : 0)
                | (ends ? ENDS_WORD : 0);
    }

    /** The bits of a character below {@link #COUNT}. */
    static int kindOf(char c) {
        return KINDS[c];
    }

    /** The one character that it is folded to, below {@link #COUNT}; 0 where it is folded to none or several. */
    static char folded(char c) {
        return FOLDED[c];
    }
}
