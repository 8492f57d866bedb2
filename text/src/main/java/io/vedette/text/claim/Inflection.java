package io.vedette.text.claim;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The regular forms of an English verb or noun.  It makes more than there are ("stoped" beside "stopped"): a form that
 * nobody writes costs an entry and does no harm.
 */
final class Inflection {

    private Inflection() {}

    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        int last = word.length() - 1;
        String stem = word.substring(0, last);
        char end = word.charAt(last);
        if (end == 'e') {
            add(forms, word, "s", "d");
            add(forms, stem, "ing");
        } else if (end == 'y' && last > 0 && !isVowel(word.charAt(last - 1))) {
            add(forms, stem, "ies", "ied");
            add(forms, word, "ing");
        } else {
            add(forms, word, hisses(word) ? "es" : "s", "ed", "ing");
            if (last > 1 && !isVowel(end) && isVowel(word.charAt(last - 1))) {
                add(forms, word + end, "ed", "ing");
            }
            // stems written without their silent e: captur~, annex~
            add(forms, word, "e", "es");
        }
        return forms;
    }

    private static boolean hisses(String word) {
        return word.endsWith("s") || word.endsWith("x") || word.endsWith("sh") || word.endsWith("ch");
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private static void add(Set<String> forms, String stem, String... endings) {
        for (String ending : endings) {
            forms.add(stem + ending);
        }
    }
}
