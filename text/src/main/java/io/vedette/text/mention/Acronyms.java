package io.vedette.text.mention;

import io.vedette.text.Alternative;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The acronyms that an article explains: "World Monuments Fund (WMF)".  From then on, and before, the letters mean what
 * the brackets say, whatever else they mean elsewhere.
 */
final class Acronyms {

    private static final int MOST_LETTERS = 10;

    private record Meaning(MentionType type, @Nullable Entity entity) {}

    private final Map<String, Meaning> meanings = new HashMap<>();

    /** Whether a token is an acronym in brackets. */
    static boolean bracketed(Clues clues, int i) {
        FieldText text = clues.text();
        return i < text.count()
                && clues.mark(i - 1, '(')
                && (clues.mark(i + 1, ')') || clues.mark(i + 1, ',') || clues.mark(i + 1, ';'))
                && text.tokens().allCaps(i)
                && text.norm(i).length() <= MOST_LETTERS;
    }

    /** Whether the letters of a token stand, in order, at the beginnings of the words of a name, from the first on. */
    static boolean abbreviates(FieldText text, int acronym, int first, int end) {
        String letters = text.norm(acronym);
        if (letters.charAt(0) != text.norm(first).charAt(0)) {
            return false;
        }
        int matched = 0;
        int at = first;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '.') {
                continue;
            }
            int word = at;
            while (word < end && text.norm(word).charAt(0) != letter) {
                word++;
            }
            if (word < end) {
                matched++;
                at = word + 1;
            }
        }
        return matched >= 2 && matched * 3 >= letters.length() * 2;
    }

    /** Takes the acronyms in brackets behind names that were found. */
    void learn(Clues clues, Cover cover) {
        FieldText text = clues.text();
        for (int i = 2; i < text.count(); i++) {
            if (clues.mark(i - 1, '(') && bracketed(clues, i)) {
                Found named = cover.at(i - 2);
                if (named != null
                        && named.type() != MentionType.PERSON
                        && abbreviates(text, i, named.first(), named.end())) {
                    meanings.putIfAbsent(text.norm(i), new Meaning(named.type(), named.entity()));
                }
            }
        }
    }

    boolean isEmpty() {
        return meanings.isEmpty();
    }

    /** Makes every occurrence of an explained acronym what was explained. */
    void apply(Clues clues, Cover cover) {
        FieldText text = clues.text();
        for (int i = 0; i < text.count(); i++) {
            Meaning meaning = text.tokens().allCaps(i) ? meanings.get(text.norm(i)) : null;
            Found there = cover.at(i);
            if (meaning != null && (there == null || there.end() - there.first() == 1 && differs(there, meaning))) {
                cover.replace(found(i, meaning, there));
            }
        }
    }

    private static boolean differs(Found there, Meaning meaning) {
        Entity entity = there.entity();
        Entity meant = meaning.entity();
        return entity == null ? meant != null : meant == null || !entity.id().equals(meant.id());
    }

    private static Found found(int i, Meaning meaning, @Nullable Found there) {
        Entity other = there == null ? null : there.entity();
        return new Found(
                i,
                i + 1,
                meaning.type(),
                meaning.entity(),
                null,
                0.9,
                "actor.acronym",
                other == null ? List.of() : List.of(new Alternative(other.id(), other.name(), 0.2, other.country())),
                "explained in brackets",
                false);
    }
}
