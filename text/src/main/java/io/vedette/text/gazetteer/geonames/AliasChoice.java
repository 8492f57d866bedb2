package io.vedette.text.gazetteer.geonames;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which of GeoNames' alternate names are worth keeping: those that news in Latin, Cyrillic or Arabic letters use. */
final class AliasChoice {

    /** From this size on a place is known abroad by names quite unlike its own: Vienna, Florence, Moscow. */
    private static final long FAMOUS = 300_000;

    private static final int LEAST_LETTERS = 4;

    /** What divisions are called besides their name. */
    private static final List<String> DIVISION_WORDS = List.of(
            " Oblast",
            " Province",
            " Region",
            " Governorate",
            " Krai",
            " Republic",
            " State",
            " District",
            " Prefecture",
            " County",
            " Department");

    private AliasChoice() {}

    static List<String> of(GeoName place) {
        Set<String> kept = new LinkedHashSet<>();
        if (!place.asciiName().equals(place.name())) {
            kept.add(place.asciiName());
        }
        for (String name : place.alternateNames().split(",")) {
            String alias = name.strip();
            if (isName(alias) && (!isLatin(alias) || place.population() >= FAMOUS || resembles(alias, place))) {
                kept.add(alias);
            }
        }
        kept.remove(place.name());
        return List.copyOf(kept);
    }

    /** "Kharkiv Oblast" is also "Kharkiv". */
    static String ofDivision(String name) {
        for (String word : DIVISION_WORDS) {
            if (name.endsWith(word)) {
                return name.substring(0, name.length() - word.length());
            }
        }
        return "";
    }

    /** Written like a name: a capital first where the script has them, no codes, no glosses. */
    private static boolean isName(String alias) {
        if (alias.length() < LEAST_LETTERS || alias.indexOf('|') >= 0 || alias.indexOf('\t') >= 0) {
            return false;
        }
        int first = alias.codePointAt(0);
        Character.UnicodeScript script = Character.UnicodeScript.of(first);
        return switch (script) {
            case ARABIC -> true;
            case LATIN, CYRILLIC -> Character.isUpperCase(first) && hasLower(alias);
            default -> false;
        };
    }

    private static boolean hasLower(String alias) {
        return alias.chars().anyMatch(Character::isLowerCase)
                && alias.chars().noneMatch(c -> Character.isDigit(c) || c == '(' || c == '/');
    }

    private static boolean isLatin(String alias) {
        return Character.UnicodeScript.of(alias.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** Begins alike and has about as many letters: another transliteration, not another word. */
    private static boolean resembles(String alias, GeoName place) {
        String name = place.asciiName();
        return !name.isEmpty()
                && alias.charAt(0) == name.charAt(0)
                && Math.abs(alias.length() - name.length()) <= 1 + name.length() / 4;
    }
}
