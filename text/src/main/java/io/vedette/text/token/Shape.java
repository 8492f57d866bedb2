package io.vedette.text.token;

/** How a token is written, as bits, and the classes of characters. */
final class Shape {

    static final int CAPITALISED = 1;
    static final int ALL_CAPS = 2;
    static final int LOWER = 4;
    static final int ACRONYM = 8;

    /** A line break stands somewhere between the token and the one before. */
    static final int NEW_LINE = 16;

    private static final int KIND_SHIFT = 5;
    private static final TokenKind[] KINDS = TokenKind.values();

    private Shape() {}

    /** A token's kind above the bits of its shape, in one byte. */
    static byte mark(TokenKind kind, int shape) {
        return (byte) (kind.ordinal() << KIND_SHIFT | shape);
    }

    /** The kind out of a {@link #mark}. */
    static TokenKind kind(byte mark) {
        return KINDS[(mark & 0xFF) >> KIND_SHIFT];
    }

    static boolean isSpace(int c) {
        return c < 128
                ? c == ' ' || c >= '\t' && c <= '\r'
                : Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    static boolean isLetter(int c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c) && !isApostrophe(c);
    }

    static boolean isDigit(int c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    /** What a word may go on with but not begin with: combining marks and invisible joiners. */
    static boolean isExtender(int c) {
        if (c < 128) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT && !isInvisibleSpace(c);
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x2032 || c == '`';
    }

    static boolean isDoubleQuote(int c) {
        return c == '"' || c >= 0x201C && c <= 0x201F || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
    }

    static boolean isQuote(int c) {
        return isDoubleQuote(c) || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B;
    }

    static boolean isDash(int c) {
        return c == '-' || c > 127 && (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212);
    }

    private static boolean isInvisibleSpace(int c) {
        return c == 0x200B || c == 0xFEFF;
    }

    /** The shape of a word: of its first letter, and of all of them. */
    static int of(String text, int start, int end) {
        int first = text.codePointAt(start);
        if (!Character.isLetter(first)) {
            return 0;
        }
        if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
            return Character.isLowerCase(first) ? LOWER : 0;
        }
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return CAPITALISED;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters > 1 ? CAPITALISED | ALL_CAPS : CAPITALISED;
    }
}
