package io.vedette.text.script;

import java.util.HashMap;
import java.util.Map;

/**
 * Writes Cyrillic and Arabic names in Latin letters by the systems of the US Board on Geographic Names and the Permanent
 * Committee on Geographical Names: Ukrainian of 2019 (the national system of 2010), Russian of 1947, Arabic of 1956.
 * Arabic leaves short vowels unwritten, and so does this: what it gives can be read aloud, not taken for the usual
 * spelling.  Stateless.
 */
public final class Romanization {

    private static final Map<Character, String> RUSSIAN = table(
            "а a б b в v г g д d е e ё ë ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ "
                    + "shch ъ ” ы y ь ’ э e ю yu я ya");
    private static final Map<Character, String> UKRAINIAN = table(
            "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц "
                    + "ts ч ch ш sh щ shch ю iu я ia ы y э e ё o");
    private static final Map<Character, String> UKRAINIAN_INITIAL = table("є ye ї yi й y ю yu я ya");
    private static final Map<Character, String> ARABIC = table(
            "ا ā أ a إ i آ ā ٱ a ب b ت t ث th ج j ح ḩ خ kh د d ذ dh ر r ز z س s ش sh ص ş ض ḑ ط ţ ظ z̧ ع ‘ غ gh ف f ق q ك k "
                    + "ک k ل l م m ن n ه h ة ah و w ي y ی y ى á ء ’ ؤ ’ ئ ’ پ p چ ch ژ zh گ g");
    private static final String RUSSIAN_VOWELS = "аеёиоуыэюяъьй";
    private static final String ARTICLE = "ال";

    private Romanization() {}

    /** Whether the text begins with a letter that this class knows how to write. */
    public static boolean applies(String text) {
        return !text.isEmpty() && (isCyrillic(text.charAt(0)) || isArabic(text.charAt(0)));
    }

    /**
     * The text in Latin letters; what is neither Cyrillic nor Arabic stays as it is.
     *
     * @param language of the text, BCP 47: Cyrillic is read as Russian where it is "ru", else as Ukrainian
     */
    public static String latin(String text, String language) {
        boolean russian = language.equals("ru") || language.startsWith("ru-");
        StringBuilder latin = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean initial = i == 0 || !isInside(text.charAt(i - 1));
            if (isCyrillic(c)) {
                append(latin, c, russian ? russian(text, i, initial) : ukrainian(text, i, initial));
            } else if (initial && text.startsWith(ARTICLE, i)) {
                latin.append("al-");
                i += ARTICLE.length() - 1;
            } else if (isArabic(c)) {
                latin.append(arabic(text, i, initial));
            } else if (!isApostrophe(c) || russian) {
                latin.append(c);
            }
            i++;
        }
        return latin.toString();
    }

    /** Е and ё have a y before them at the beginning and after vowels and signs. */
    private static String russian(String text, int i, boolean initial) {
        char c = Character.toLowerCase(text.charAt(i));
        String letters = RUSSIAN.getOrDefault(c, "");
        boolean iotated = initial || RUSSIAN_VOWELS.indexOf(Character.toLowerCase(text.charAt(i - 1))) >= 0;
        return (c == 'е' || c == 'ё') && iotated ? "y" + letters : letters;
    }

    private static String ukrainian(String text, int i, boolean initial) {
        char c = Character.toLowerCase(text.charAt(i));
        if (c == 'г' && i > 0 && Character.toLowerCase(text.charAt(i - 1)) == 'з') {
            return "gh";
        }
        String letters = UKRAINIAN.getOrDefault(c, "");
        return initial ? UKRAINIAN_INITIAL.getOrDefault(c, letters) : letters;
    }

    /** The half-vowels are long vowels between consonants. */
    private static String arabic(String text, int i, boolean initial) {
        char c = text.charAt(i);
        if (!initial && c == 'و') {
            return "ū";
        }
        if (!initial && (c == 'ي' || c == 'ی')) {
            return "ī";
        }
        return ARABIC.getOrDefault(c, "");
    }

    private static void append(StringBuilder latin, char original, String letters) {
        if (Character.isUpperCase(original) && !letters.isEmpty()) {
            latin.append(Character.toUpperCase(letters.charAt(0))).append(letters, 1, letters.length());
        } else {
            latin.append(letters);
        }
    }

    /** Whether a letter behind it goes on with the same word. */
    private static boolean isInside(char before) {
        return Character.isLetter(before) || isApostrophe(before);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    private static boolean isArabic(char c) {
        return c >= 0x600 && c < 0x700;
    }

    private static Map<Character, String> table(String pairs) {
        Map<Character, String> table = new HashMap<>();
        String[] parts = pairs.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            table.put(parts[i].charAt(0), parts[i + 1]);
        }
        return Map.copyOf(table);
    }
}
