package io.vedette.text.mention;

import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.util.Map;

/** The number of a military unit, however it is written: "72nd", "72d", "72", "First", "IV". */
final class UnitNumber {

    static final int NONE = -1;

    private static final int MOST_DIGITS = 4;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12),
            Map.entry("thirteenth", 13),
            Map.entry("fourteenth", 14),
            Map.entry("fifteenth", 15),
            Map.entry("sixteenth", 16),
            Map.entry("seventeenth", 17),
            Map.entry("eighteenth", 18),
            Map.entry("nineteenth", 19),
            Map.entry("twentieth", 20));

    private static final Map<String, Integer> ROMAN = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("v", 5),
            Map.entry("vi", 6),
            Map.entry("vii", 7),
            Map.entry("viii", 8),
            Map.entry("ix", 9),
            Map.entry("x", 10),
            Map.entry("xi", 11),
            Map.entry("xii", 12),
            Map.entry("xiii", 13),
            Map.entry("xiv", 14),
            Map.entry("xv", 15),
            Map.entry("xvi", 16),
            Map.entry("xvii", 17),
            Map.entry("xviii", 18),
            Map.entry("xix", 19),
            Map.entry("xx", 20),
            Map.entry("xxi", 21),
            Map.entry("xxii", 22));

    private UnitNumber() {}

    /** The number that a token is as an ordinal, or {@link #NONE}. */
    static int ordinal(Tokens tokens, int i) {
        if (tokens.kind(i) == TokenKind.NUMBER) {
            int digits = digits(tokens, i);
            int rest = tokens.end(i) - tokens.start(i) - digits;
            return digits > 0 && digits <= MOST_DIGITS && isSuffix(tokens, i, digits, rest)
                    ? value(tokens, i, digits)
                    : NONE;
        }
        return tokens.capitalised(i) ? WORDS.getOrDefault(tokens.norm(i), NONE) : NONE;
    }

    /** The number that a token is without saying so: "65", "IV"; or {@link #NONE}. */
    static int cardinal(Tokens tokens, int i) {
        if (tokens.kind(i) == TokenKind.NUMBER) {
            int digits = digits(tokens, i);
            return digits > 0 && digits < MOST_DIGITS && tokens.start(i) + digits == tokens.end(i)
                    ? value(tokens, i, digits)
                    : NONE;
        }
        return roman(tokens, i);
    }

    static int roman(Tokens tokens, int i) {
        boolean capitals = tokens.allCaps(i) || tokens.capitalised(i) && tokens.end(i) - tokens.start(i) == 1;
        return capitals ? ROMAN.getOrDefault(tokens.norm(i), NONE) : NONE;
    }

    private static int digits(Tokens tokens, int i) {
        int end = tokens.start(i);
        while (end < tokens.end(i) && isDigit(tokens.text().charAt(end))) {
            end++;
        }
        return end - tokens.start(i);
    }

    private static int value(Tokens tokens, int i, int digits) {
        int value = 0;
        for (int at = tokens.start(i); at < tokens.start(i) + digits; at++) {
            value = value * 10 + tokens.text().charAt(at) - '0';
        }
        return value;
    }

    /** "st", "nd", "rd", "th", and "d" as American units write it; never in capitals, as in a heading. */
    private static boolean isSuffix(Tokens tokens, int i, int digits, int length) {
        String text = tokens.text();
        int at = tokens.start(i) + digits;
        if (length == 1) {
            return text.charAt(at) == 'd';
        }
        if (length != 2) {
            return false;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return first == 's' && second == 't'
                || (first == 'n' || first == 'r') && second == 'd'
                || first == 't' && second == 'h';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
