package io.vedette.text.gazetteer.geonames;

import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceName;
import io.vedette.text.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of GeoNames' alternate names are kept, and how far each is trusted.  Left out are codes, glosses, machine
 * transliterations in lower case, and whatever folds to a name that is there already.
 */
final class AliasChoice {

    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_LETTERS_OF_OTHERS = 4;
    private static final int LONGEST = 120;

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

    /** Articles and prefixes that are written small before a name: al-Bab, 's-Hertogenbosch, el Dorado. */
    private static final List<String> PARTICLES = List.of(
            "al-", "al ", "el-", "el ", "ad-", "ar-", "as-", "ash-", "at-", "az-", "an-", "l'", "d'", "'s-", "'t ");

    private final List<PlaceName> kept = new ArrayList<>();
    private final Set<String> folded = new HashSet<>();
    private final String plain;

    private AliasChoice(String main, String ascii) {
        this.plain = ascii.isEmpty() ? main : ascii;
        add(main, NameSource.MAIN);
    }

    /** The main name, then the others, those alike beside each other. */
    static List<PlaceName> of(GeoName place, List<PlaceName> alternates) {
        AliasChoice choice = new AliasChoice(place.name(), place.asciiName());
        choice.add(place.asciiName(), NameSource.VARIANT);
        alternates.forEach(choice::consider);
        return choice.names();
    }

    /** The same for a first-level division: "Kharkiv Oblast" is also "Kharkiv". */
    static List<PlaceName> ofDivision(String name, List<PlaceName> alternates) {
        AliasChoice choice = new AliasChoice(name, "");
        for (String word : DIVISION_WORDS) {
            if (name.endsWith(word)) {
                choice.add(name.substring(0, name.length() - word.length()), NameSource.VARIANT);
            }
        }
        alternates.forEach(choice::consider);
        return choice.names();
    }

    /** The same for a second-level division, whose "County" or "Raion" stays: without it, it is its seat. */
    static List<PlaceName> ofSecond(String name, List<PlaceName> alternates) {
        AliasChoice choice = new AliasChoice(name, "");
        alternates.forEach(choice::consider);
        return choice.names();
    }

    private List<PlaceName> names() {
        kept.subList(1, kept.size()).sort(Comparator.comparing(PlaceName::text));
        return kept;
    }

    private void consider(PlaceName alternate) {
        String name = alternate.text().strip();
        if (!isName(name)) {
            return;
        }
        boolean variant = !isLatin(name) || resembles(name);
        boolean plainVariant = alternate.source() == NameSource.VARIANT;
        if (variant || name.length() >= LEAST_LETTERS_OF_OTHERS) {
            add(name, plainVariant && !variant ? NameSource.OTHER : alternate.source());
        }
    }

    private void add(String name, NameSource source) {
        if (!name.isEmpty() && folded.add(folded(name))) {
            kept.add(new PlaceName(name, source));
        }
    }

    private static String folded(String name) {
        Tokens tokens = Tokens.of(name);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            out.append(tokens.norm(i)).append(' ');
        }
        return out.toString();
    }

    /** Written like a name: a capital first where the script has them, no codes, no glosses. */
    private static boolean isName(String name) {
        int length = name.length();
        if (length < 2 || length > LONGEST || name.getBytes(StandardCharsets.UTF_8).length > 250 || hasSigns(name)) {
            return false;
        }
        int first = name.codePointAt(0);
        if (!isLatin(name)) {
            return Character.isLetter(first) && (!Character.isLowerCase(first));
        }
        boolean cased = Character.isUpperCase(first) || PARTICLES.stream().anyMatch(name::startsWith);
        return length >= LEAST_LETTERS
                && cased
                && name.codePoints().anyMatch(Character::isLowerCase)
                && name.codePoints().anyMatch(Character::isUpperCase);
    }

    private static boolean hasSigns(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isDigit(c) || "(/|\t\"<>:;*_[]{}=".indexOf(c) >= 0 || c == 0xFFFD);
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Begins alike and has about as many letters: another transliteration, not another word. */
    private boolean resembles(String name) {
        return Character.toLowerCase(name.charAt(0)) == Character.toLowerCase(plain.charAt(0))
                && Math.abs(name.length() - plain.length()) <= 1 + plain.length() / 4;
    }
}
