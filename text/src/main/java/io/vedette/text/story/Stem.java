package io.vedette.text.story;

/**
 * Where a word's ending begins, roughly: English plurals and verb forms, all endings of long words in Cyrillic.  It need
 * not be right, only the same for the forms of one word more often than not.
 */
final class Stem {

    private static final int CYRILLIC_STEM = 6;
    private static final int SHORT = 4;

    private Stem() {}

    /**
     * How many of its characters to keep; may change the last of them.
     *
     * @param word folded
     * @param length of the word
     */
    static int length(char[] word, int length) {
        if (length <= SHORT) {
            return length > 3 && word[length - 1] == 'e' ? length - 1 : length;
        }
        char last = word[length - 1];
        if (last >= 0x400 && last < 0x530) {
            return Math.min(length, CYRILLIC_STEM);
        }
        return last > 127 ? length : english(word, length);
    }

    private static int english(char[] word, int length) {
        if (ends(word, length, "ies") || ends(word, length, "ied")) {
            word[length - 3] = 'y';
            return length - 2;
        }
        int cut = ending(word, length);
        if (cut == 0) {
            return word[length - 1] == 'e' ? length - 1 : length;
        }
        int stem = length - cut;
        if (stem > 3 && word[stem - 1] == word[stem - 2] && "lsz".indexOf(word[stem - 1]) < 0) {
            return stem - 1;
        }
        return stem > 3 && word[stem - 1] == 'e' ? stem - 1 : stem;
    }

    private static int ending(char[] word, int length) {
        if (ends(word, length, "ing") && length >= 6) {
            return 3;
        }
        if (ends(word, length, "es") || ends(word, length, "ed") || ends(word, length, "ly")) {
            return 2;
        }
        char before = word[length - 2];
        return word[length - 1] == 's' && before != 's' && before != 'u' && before != 'i' ? 1 : 0;
    }

    private static boolean ends(char[] word, int length, String ending) {
        int from = length - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (word[from + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
