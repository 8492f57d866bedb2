package io.vedette.text.claim;

import io.vedette.text.MentionType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What sort of actor a word or a mention stands for: armed forces, armed groups, police, civilians, a crowd.  A class is
 * a bit, so that a token has any number of them at the cost of an int.  It grows while a lexicon is compiled and is only
 * read afterwards.
 */
final class ActorClasses {

    /** The class that wins over others of the same phrase: "rebel forces" are rebels. */
    private static final String STRONGEST = "group";

    private static final int MOST = 31;
    private static final Set<String> PRIVATE = Set.of("civilian", "site", "air");

    private final Map<String, Integer> bits = new LinkedHashMap<>();
    private final int[] byType = new int[MentionType.values().length];
    private int[] byWord = new int[1];
    private int political;
    private int strongest;

    /**
     * Adds a class.
     *
     * @throws IllegalArgumentException saying why it can't be one
     */
    void add(String name, Set<String> words, Set<MentionType> types, WordIds ids) {
        if (!name.matches("[a-z]+") || bits.containsKey(name) || bits.size() == MOST) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for a new class: small letters, used once, "
                    + MOST + " classes at most");
        }
        int bit = 1 << bits.size();
        bits.put(name, bit);
        political |= PRIVATE.contains(name) ? 0 : bit;
        strongest |= name.equals(STRONGEST) ? bit : 0;
        for (String word : words) {
            int id = ids.add(word);
            byWord = id < byWord.length ? byWord : Arrays.copyOf(byWord, Math.max(id + 1, byWord.length * 2));
            byWord[id] |= bit;
        }
        types.forEach(type -> byType[type.ordinal()] |= bit);
    }

    /** The bits of alternatives such as {@code @force|group}, without the "@". */
    int mask(String alternatives) {
        int mask = 0;
        for (String name : alternatives.split("\\|", -1)) {
            Integer bit = bits.get(name);
            if (bit == null) {
                throw new IllegalArgumentException("no class of actors is called @" + name + ": " + bits.keySet());
            }
            mask |= bit;
        }
        return mask;
    }

    int ofWord(int id) {
        return id < byWord.length ? byWord[id] : 0;
    }

    int of(MentionType type) {
        return byType[type.ordinal()];
    }

    /** The classes whose promises and refusals are events: all but civilians, sites and gear. */
    int political() {
        return political;
    }

    int strongest() {
        return strongest;
    }
}
