package io.vedette.text.gazetteer;

import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes words back to the forms in which the gazetteer may have them: case endings of Ukrainian, Russian and German,
 * genders and numbers of French and Spanish adjectives, the clitics and endings of Arabic.  It guesses generously: of what
 * it gives, only what is a name in the gazetteer counts.
 *
 * <p>Arabic clitics are those that Larkey, Ballesteros and Connell (2002) remove in their light stemmer.  Immutable.
 */
final class Inflection {

    private static final int MOST = 16;
    private static final String ARTICLE = "ال";

    /** What stands in the place of an ending, and how many letters must be left before it. */
    private record Bases(int shortestStem, List<String> forms) {

        Bases and(Bases more) {
            Set<String> all = new LinkedHashSet<>(forms);
            all.addAll(more.forms);
            return new Bases(Math.min(shortestStem, more.shortestStem), List.copyOf(all));
        }
    }

    /** The endings of a language. */
    private record Endings(Map<String, Bases> bases, int longest) {}

    private final Map<String, Endings> byLanguage;
    private final Set<String> functionWords;

    private Inflection(Map<String, Endings> byLanguage, Set<String> functionWords) {
        this.byLanguage = byLanguage;
        this.functionWords = functionWords;
    }

    /** Without rules: words are as they are. */
    static Inflection none() {
        return new Inflection(Map.of(), Set.of());
    }

    /**
     * Reads the rules.
     *
     * @param functionWords normalised; neither inflected names nor their base forms
     * @throws IOException if a line is wrong
     */
    static Inflection read(String file, InputStream in, Set<String> functionWords) throws IOException {
        Map<String, Map<String, Bases>> rules = new HashMap<>();
        Table table = new Table(file, in);
        while (table.next(4)) {
            Bases bases = new Bases(
                    (int) table.number(1),
                    table.list(3).stream().map(Inflection::part).toList());
            for (String language : table.list(0)) {
                for (String ending : table.list(2)) {
                    rules.computeIfAbsent(language, any -> new HashMap<>()).merge(part(ending), bases, Bases::and);
                }
            }
        }
        Map<String, Endings> endings = new HashMap<>();
        rules.forEach((language, bases) -> endings.put(
                language,
                new Endings(
                        Map.copyOf(bases),
                        bases.keySet().stream().mapToInt(String::length).max().orElse(0))));
        return new Inflection(Map.copyOf(endings), Set.copyOf(functionWords));
    }

    private static String part(String written) {
        return written.equals("-") ? "" : written;
    }

    /**
     * For each token the hashes of the forms that it may be an inflection of, its own left out; null where no token has
     * any.
     *
     * @param language of the text, BCP 47; Cyrillic and Arabic words are taken back whatever it is
     */
    long @Nullable [][] bases(Tokens tokens, String language) {
        if (byLanguage.isEmpty()) {
            return null;
        }
        Endings latin = byLanguage.get(primary(language));
        long[][] all = null;
        for (int i = 0; i < tokens.count(); i++) {
            Endings endings = tokens.kind(i) == TokenKind.WORD ? endings(tokens, i, latin, language) : null;
            long[] bases = endings == null ? null : bases(tokens.norm(i), endings);
            if (bases != null) {
                if (all == null) {
                    all = new long[tokens.count()][];
                }
                all[i] = bases;
            }
        }
        return all;
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    private @Nullable Endings endings(Tokens tokens, int i, @Nullable Endings latin, String language) {
        char first = tokens.text().charAt(tokens.start(i));
        if (first < 0x400) {
            return latin;
        }
        if (first < 0x530) {
            return byLanguage.get(language.equals("ru") ? "ru" : "uk");
        }
        return first >= 0x600 && first < 0x700 ? byLanguage.get("ar") : null;
    }

    private long @Nullable [] bases(String word, Endings endings) {
        // A word of ornament alone, such as a tatweel, has an empty norm.
        if (word.isEmpty() || functionWords.contains(word)) {
            return null;
        }
        Set<String> forms = new LinkedHashSet<>();
        if (word.charAt(0) >= 0x600) {
            withoutClitics(word, forms);
        }
        for (String form : forms.isEmpty() ? List.of(word) : List.copyOf(forms)) {
            withoutEnding(form, endings, forms);
        }
        forms.remove(word);
        forms.removeIf(functionWords::contains);
        return forms.isEmpty()
                ? null
                : forms.stream().limit(MOST).mapToLong(Tokens::hashOf).toArray();
    }

    private static void withoutEnding(String word, Endings endings, Set<String> forms) {
        for (int length = Math.min(endings.longest(), word.length()); length >= 0; length--) {
            int cut = word.length() - length;
            Bases bases = endings.bases().get(word.substring(cut));
            if (bases != null && cut >= bases.shortestStem()) {
                String stem = word.substring(0, cut);
                bases.forms().forEach(base -> forms.add(stem + base));
            }
        }
    }

    /** "and", "so", then "in", "to", "like", then the article; the article also where the text leaves it out. */
    private static void withoutClitics(String word, Set<String> forms) {
        Set<String> open = new LinkedHashSet<>(List.of(word));
        if (starts(word, "وف") && word.length() > 3) {
            open.add(word.substring(1));
        }
        for (String form : List.copyOf(open)) {
            if (form.startsWith("لل") && form.length() > 4) {
                open.add(ARTICLE + form.substring(2));
            } else if (starts(form, "بلك") && form.length() > 3) {
                open.add(form.substring(1));
            }
        }
        for (String form : open) {
            forms.add(form);
            if (form.startsWith(ARTICLE)) {
                if (form.length() > 4) {
                    forms.add(form.substring(2));
                }
            } else {
                forms.add(ARTICLE + form);
            }
        }
    }

    private static boolean starts(String word, String letters) {
        return letters.indexOf(word.charAt(0)) >= 0;
    }
}
