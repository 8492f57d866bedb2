package io.vedette.text.watch;

/**
 * A pattern of one word: {@code *} for any letters or none, {@code ?} for one, by code units.
 *
 * @param pattern the rest of it normed
 */
record Glob(String pattern) {

    private static final char MANY = '*';
    private static final char ONE = '?';

    /** Whether the whole word is so, in time of the product of both lengths at worst. */
    boolean matches(String word) {
        int p = 0;
        int w = 0;
        int star = -1;
        int resume = 0;
        while (w < word.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (p < pattern.length() && wanted == MANY) {
                star = p++;
                resume = w;
            } else if (p < pattern.length() && (wanted == ONE || wanted == word.charAt(w))) {
                p++;
                w++;
            } else if (star >= 0) {
                p = star + 1;
                w = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == MANY) {
            p++;
        }
        return p == pattern.length();
    }

    /** What stands before the first sign: every word that matches begins so. */
    String prefix() {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != MANY && pattern.charAt(end) != ONE) {
            end++;
        }
        return pattern.substring(0, end);
    }

    /** What stands behind the last sign: every word that matches ends so. */
    String suffix() {
        int start = pattern.length();
        while (start > 0 && pattern.charAt(start - 1) != MANY && pattern.charAt(start - 1) != ONE) {
            start--;
        }
        return pattern.substring(start);
    }

    /** The longest run of letters: every word that matches has it. */
    String infix() {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            if (i == pattern.length() || pattern.charAt(i) == MANY || pattern.charAt(i) == ONE) {
                longest = i - start > longest.length() ? pattern.substring(start, i) : longest;
                start = i + 1;
            }
        }
        return longest;
    }
}
