package io.vedette.text.claim;

import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.token.WordSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text tells of the gender of its people, by titles, by words such as "spokeswoman", and by earlier pronouns. */
final class Genders {

    static final int MAN = 1;
    static final int WOMAN = 2;

    private static final Set<String> OF_MEN = WordSet.of(
            "mr",
            "sir",
            "lord",
            "king",
            "prince",
            "duke",
            "count",
            "baron",
            "father",
            "brother",
            "imam",
            "sheikh",
            "pope",
            "cardinal",
            "rabbi",
            "spokesman",
            "chairman",
            "congressman",
            "businessman",
            "policeman",
            "councilman",
            "alderman",
            "actor",
            "son",
            "husband",
            "uncle",
            "grandfather");
    private static final Set<String> OF_WOMEN = WordSet.of(
            "mrs",
            "ms",
            "miss",
            "mme",
            "madam",
            "lady",
            "dame",
            "queen",
            "princess",
            "duchess",
            "countess",
            "baroness",
            "mother",
            "sister",
            "spokeswoman",
            "chairwoman",
            "congresswoman",
            "businesswoman",
            "policewoman",
            "councilwoman",
            "alderwoman",
            "actress",
            "daughter",
            "wife",
            "aunt",
            "grandmother");
    private static final int NEAR = 4;

    private final FieldTokens tokens;
    private final Map<String, Integer> known = new HashMap<>(8);

    Genders(FieldTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether nothing says that the person is of the other gender. */
    boolean allow(Place person, int gender) {
        int found = of(person);
        return found == 0 || found == gender;
    }

    /** A pronoun was taken to stand for the person. */
    void learn(Place person, int gender) {
        known.putIfAbsent(key(person), gender);
    }

    private int of(Place person) {
        String key = key(person);
        Integer gender = known.get(key);
        if (gender == null) {
            int found = byTitle(person);
            if (found != 0) {
                known.put(key, found);
            }
            return found;
        }
        return gender;
    }

    private static String key(Place person) {
        @Nullable String id = person.mention().entityId();
        return id != null ? id : tokenOf(person);
    }

    /** Somebody unknown is told by the last word of the name. */
    private static String tokenOf(Place person) {
        String text = person.mention().text();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** Whether no title of a name behind it can stand there or before. */
    static boolean ends(FieldTokens tokens, int i) {
        return tokens.isBreak(i) || tokens.has(i, WordClass.COORDINATOR) || English.isFinite(tokens, i);
    }

    private int byTitle(Place person) {
        int from = Math.max(0, person.start() - NEAR);
        for (int i = person.start() - 1; i >= from && !ends(tokens, i); i--) {
            if (tokens.isPossessive(i)) {
                return 0;
            }
            if (tokens.isIn(i, OF_MEN)) {
                return MAN;
            }
            if (tokens.isIn(i, OF_WOMEN)) {
                return WOMAN;
            }
        }
        return 0;
    }
}
