package io.vedette.text.token;

/**
 * What there is to know of each character that news is mostly written with (the alphabets from Latin to Arabic and those
 * behind them, and the signs of printers), looked up instead of computed.
 */
final class Letters {

    /** Characters below this one are in the tables. */
    static final int COUNT = 0x2070;

    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int UPPER = 4;
    static final int LOWER = 8;
    static final int SPACE = 16;

    /** Certainly no part of the word before it. */
    static final int ENDS_WORD = 32;

    static final int LINE_BREAK = 64;

    /** Folded to no character or to several. */
    static final int FOLDED_OTHERWISE = 128;

    private static final int FOLDED_SHIFT = 16;

    /** The bits, and above them the one character that it is folded to: all in one place, for it is looked up once. */
    private static final int[] KNOWN = new int[COUNT];

    static {
        for (char c = 0; c < COUNT; c++) {
            String folded = Folding.fold(c);
            KNOWN[c] = kinds(c) | (folded.length() == 1 ? folded.charAt(0) << FOLDED_SHIFT : FOLDED_OTHERWISE);
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

    /** What is known of a character: its bits, and what {@link #folded} takes out; 0 beyond the table. */
    static int of(char c) {
        return c < COUNT ? KNOWN[c] : 0;
    }

    /** The one character that it is folded to; senseless where it is {@link #FOLDED_OTHERWISE}. */
    static char folded(int known) {
        return (char) (known >>> FOLDED_SHIFT);
    }
}
