package io.vedette.text.article;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Puts the characters of one field right.  Linear in time; applying it twice is the same as applying it once. */
final class CleanText {

    /**
     * The longest run of combining marks that is kept, as in the Stream-Safe Text Format of UAX #15.  Longer ones occur in
     * no language and make normalisation quadratic.
     */
    private static final int MOST_MARKS = 30;

    private static final char FIRST_COMBINING = '\u0300';
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final String text;
    private final boolean cleaned;
    private final boolean truncated;

    private CleanText(String text, boolean cleaned, boolean truncated) {
        this.text = text;
        this.cleaned = cleaned;
        this.truncated = truncated;
    }

    /**
     * Takes out what no text has, makes line ends {@code \n}, normalises to NFC, strips, and cuts at a code point border.
     *
     * @param limit the most bytes of UTF-8 that are left
     */
    static CleanText of(String given, int limit) {
        // NFC makes a text shorter by a factor of three at most (Hangul jamo), so that nothing beyond four limits can
        // survive, and ten megabytes of nonsense cost no more than one.
        String head = cutAt(given, 4L * limit);
        if (isPlain(head)) {
            String stripped = head.strip();
            String cut = cutAt(stripped, limit).strip();
            return new CleanText(cut, false, cut.length() != stripped.length() || head.length() != given.length());
        }
        String printable = printable(head);
        String normal = printable(normalised(printable)).strip();
        String cut = cutAt(normal, limit).strip();
        return new CleanText(
                cut,
                printable.length() != withUnixLines(head).length(),
                cut.length() != normal.length() || head.length() != given.length());
    }

    /** As {@link #of}, on one line. */
    static CleanText line(String given, int limit) {
        CleanText clean = of(given, limit);
        return new CleanText(WHITE_SPACE.matcher(clean.text).replaceAll(" "), clean.cleaned, clean.truncated);
    }

    String text() {
        return text;
    }

    boolean cleaned() {
        return cleaned;
    }

    boolean truncated() {
        return truncated;
    }

    /** Whether nothing is to be taken out, put in its normal form, or made a line end: so it is with most news. */
    private static boolean isPlain(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (!isPlain(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Printable characters that stand for themselves in NFC and combine with nothing but marks: Latin and Cyrillic
     * letters, the basic Arabic ones, dashes, quotation marks, the euro.
     */
    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
        return c >= 0xa0 && c < 0x300
                || c >= 0x400 && c < 0x483
                || c >= 0x48a && c < 0x530
                || c >= 0x621 && c < 0x64b
                || c >= 0x2010 && c < 0x2028
                || c == '€';
    }

    private static String withUnixLines(String s) {
        if (s.indexOf('\r') < 0 && s.indexOf('\u0085') < 0) {
            return s;
        }
        return s.replace("\r\n", "\n").replace('\r', '\n').replace('\u0085', '\n');
    }

    private static String printable(String given) {
        String s = withUnixLines(given);
        StringBuilder out = new StringBuilder(s.length());
        int marks = 0;
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            marks = isCombining(c) ? marks + 1 : 0;
            if (isText(c) && marks <= MOST_MARKS) {
                out.appendCodePoint(c);
            }
        }
        return out.length() == s.length() ? s : out.toString();
    }

    private static String normalised(String s) {
        return Normalizer.isNormalized(s, Normalizer.Form.NFC) ? s : Normalizer.normalize(s, Normalizer.Form.NFC);
    }

    private static boolean isText(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n';
        }
        boolean control = c >= 0x7f && c <= 0x9f;
        boolean loneSurrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !control && !loneSurrogate && !noncharacter && c != '\ufeff';
    }

    private static boolean isCombining(int c) {
        if (c < FIRST_COMBINING) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** The longest head of a text that takes no more than that many bytes of UTF-8 and splits no code point. */
    private static String cutAt(String s, long limit) {
        if (s.length() * 3L <= limit) {
            return s;
        }
        long bytes = 0;
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > limit) {
                return s.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return s;
    }
}
