package io.vedette.text.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text less what is cosmetic, so that two versions which a reader would call the same are equal.  Linear in time.
 *
 * <p>Cosmetic are upper and lower case, how words are set apart (white space, line ends, dashes and hyphens between words),
 * invisible characters, and all punctuation but question marks; of numbers nothing is: marks between two digits, signs of
 * currency, mathematics and per cent stay.  A line of its own that says when the article was published or brought up to date
 * is cosmetic, too: one of at most 100 characters that begins with a word for it and has a year, a time of day, or a number
 * and how long ago that was.
 */
public final class Gist {

    private static final int LONGEST_STAMP = 100;

    private static final Pattern STAMP =
            Pattern.compile("(?iu)\\s*[(\\[*]*\\s*(?:last |first |article |zuletzt |dernière )?"
                    + "(?:updated?|published|posted|modified|edited|created|aktualisiert|aktualisierung|veröffentlicht|stand"
                    + "|mise? à jour|publiée?|modifiée?|actualizad[oa]|publicad[oa]|actualización|aggiornat[oa]|pubblicat[oa]"
                    + "|atualizad[oa]|bijgewerkt|gepubliceerd|обновлено|опубликовано|оновлено|опубліковано"
                    + "|güncelleme|yayınlanma|zaktualizowano|opublikowano)\\b"
                    + ".*(?:\\b(?:19|20)[0-9]{2}\\b|\\b[0-9]{1,2}[:.h][0-9]{2}\\b|\\b[0-9]+ \\p{L}+ ago\\b).*");

    private Gist() {}

    /** Of a text of several lines. */
    public static String ofText(String text) {
        StringBuilder gist = new StringBuilder(text.length());
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to - from > LONGEST_STAMP
                    || !STAMP.matcher(text.substring(from, to)).matches()) {
                append(text, from, to, gist);
            }
            from = to + 1;
        }
        return gist.toString().strip();
    }

    /** Of a headline; none is like an empty one. */
    public static String ofTitle(@Nullable String title) {
        StringBuilder gist = new StringBuilder();
        if (title != null) {
            append(title, 0, title.length(), gist);
        }
        return gist.toString().strip();
    }

    private static void append(String text, int from, int to, StringBuilder gist) {
        space(gist);
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean inNumber = betweenDigits(text, i, from, to);
            if (isDash(c) && inNumber) {
                gist.append('-');
            } else if (isDash(c) || isSpace(c)) {
                space(gist);
            } else if (counts(c) || inNumber && isPunctuation(c)) {
                gist.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
            }
        }
    }

    private static void space(StringBuilder gist) {
        if (gist.length() > 0 && gist.charAt(gist.length() - 1) != ' ') {
            gist.append(' ');
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean counts(int c) {
        int type = Character.getType(c);
        boolean invisible = type == Character.CONTROL || type == Character.FORMAT;
        return !invisible && !isPunctuation(c) && type != Character.MODIFIER_SYMBOL || "?؟？%‰".indexOf(c) >= 0;
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean betweenDigits(String text, int at, int from, int to) {
        return at > from
                && at + 1 < to
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }
}
