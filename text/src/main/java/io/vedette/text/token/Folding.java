package io.vedette.text.token;

import java.text.Normalizer;

/**
 * Brings the ways of writing a token to one.  Arabic letters are unified as in Lucene's Arabic normalizer (Larkey,
 * Ballesteros and Connell, 2002, "light" normalization); Latin and Greek lose their diacritics; Cyrillic keeps its own
 * letters but for ё, ґ and ў.
 */
final class Folding {

    /** Odd, its bits well mixed: Steele and Vigna's constant for 64-bit multiplicative hashing. */
    private static final long HASH_FACTOR = 0xD1342543DE82EF95L;

    /** What U+1C80 to U+1C88 are forms of, which are small letters only. */
    private static final String CYRILLIC_OF_MANUSCRIPTS = "вдосттъѣꙋ";

    private static final String[] SIGNS = new String[128];

    static {
        for (char c = 0; c < SIGNS.length; c++) {
            SIGNS[c] = fold(c);
        }
    }

    private Folding() {}

    static String fold(String text, int start, int end) {
        if (end - start == 1 && text.charAt(start) < SIGNS.length) {
            return SIGNS[text.charAt(start)];
        }
        int i = start;
        while (i < end && isPlain(text.charAt(i))) {
            i++;
        }
        if (i == end) {
            return text.substring(start, end);
        }
        StringBuilder out = new StringBuilder(end - start + 2);
        out.append(text, start, i);
        while (i < end) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(out, c);
        }
        return withLastDot(out);
    }

    /** One character folded. */
    static String fold(char c) {
        StringBuilder out = new StringBuilder(2);
        append(out, c);
        return out.toString();
    }

    /** The hash of a folded token: the same for the same, different for others but for one pair in some 10^19. */
    static long hash(String folded) {
        long hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash(hash, folded.charAt(i));
        }
        return hashed(hash, folded.length());
    }

    /** The hash so far with one more folded character. */
    static long hash(long hash, char folded) {
        return (hash ^ folded) * HASH_FACTOR;
    }

    /** Mixes the bits at the end, and never gives 0; Stafford's variant 13 of the finaliser of MurmurHash3. */
    static long hashed(long hash, int length) {
        long mixed = hash + length;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return mixed == 0 ? 1 : mixed;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** "U.S" and "U.S." are one. */
    private static String withLastDot(StringBuilder out) {
        int length = out.length();
        if (length >= 3
                && out.charAt(1) == '.'
                && Character.isLetter(out.charAt(0))
                && Character.isLetter(out.charAt(length - 1))) {
            out.append('.');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c < 128) {
            out.append(c == '`' ? '\'' : (char) Character.toLowerCase(c));
        } else if (c < 0x250 || c >= 0x1E00 && c < 0x2000 || c >= 0x370 && c < 0x400) {
            appendLatinOrGreek(out, c);
        } else if (c >= 0x400 && c < 0x530) {
            out.append(cyrillic((char) Character.toLowerCase(c)));
        } else if (c >= 0x600 && c < 0x700) {
            appendArabic(out, (char) c);
        } else if (c >= 0x1C80 && c <= 0x1C88) {
            out.append(CYRILLIC_OF_MANUSCRIPTS.charAt(c - 0x1C80));
        } else if (Shape.isApostrophe(c) || c == 0x201A || c == 0x201B) {
            out.append('\'');
        } else if (Shape.isDoubleQuote(c)) {
            out.append('"');
        } else if (Shape.isDash(c)) {
            out.append('-');
        } else if (!Shape.isExtender(c)) {
            out.appendCodePoint(Character.toLowerCase(c));
        }
    }

    private static void appendLatinOrGreek(StringBuilder out, int c) {
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'đ', 'ð' -> out.append('d');
            case 'ı' -> out.append('i');
            case 'ſ' -> out.append('s');
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case 'ə' -> out.append('a');
            case 0xAB, 0xBB -> out.append('"');
            case 0xAD -> {
                // a soft hyphen is where a word may be broken, not a part of it
            }
            default -> appendDecomposed(out, lower);
        }
    }

    private static void appendDecomposed(StringBuilder out, int c) {
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                out.append(Character.toLowerCase(part));
            }
        }
    }

    private static char cyrillic(char c) {
        return switch (c) {
            case 'ё', 'ѐ' -> 'е';
            case 'ґ' -> 'г';
            case 'ў' -> 'у';
            case 'ѝ' -> 'и';
            default -> c;
        };
    }

    private static void appendArabic(StringBuilder out, char c) {
        switch (c) {
            case 'آ', 'أ', 'إ', 'ٱ' -> out.append('ا');
            case 'ى', 'ی' -> out.append('ي');
            case 'ک' -> out.append('ك');
            case 'ة' -> out.append('ه');
            case 'ـ', 'ٰ' -> {
                // tatweel and the superscript alef are ornament
            }
            default -> {
                if (!Shape.isExtender(c)) {
                    out.append(c);
                }
            }
        }
    }
}
