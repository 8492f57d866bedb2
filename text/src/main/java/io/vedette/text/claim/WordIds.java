package io.vedette.text.claim;

import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for the words that a lexicon knows, so that a token is looked up once and then compared as a number.  It grows
 * while a lexicon is compiled and is only read afterwards.
 */
final class WordIds {

    /** What every word has that no rule mentions. */
    static final int UNKNOWN = 0;

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<BitSet, BitSet> sets = new HashMap<>();
    private final WordTable table = new WordTable(UNKNOWN);

    /** By number: the word's classes. */
    private int[] classes = new int[1024];

    WordIds() {
        WordClass.listed().forEach(this::add);
    }

    /** The word's number, a new one if it has none. */
    int add(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        ids.put(word, id);
        table.put(word, id);
        if (id >= classes.length) {
            classes = Arrays.copyOf(classes, 2 * id);
        }
        classes[id] = WordClass.of(word);
        return id;
    }

    /** The {@linkplain WordClass classes} of the word with that number. */
    int classes(int id) {
        return classes[id];
    }

    /** The word's number; {@link #UNKNOWN} if it has none. */
    int of(String word) {
        Integer id = ids.get(word);
        return id == null ? UNKNOWN : id;
    }

    /** The token's number; {@link #UNKNOWN} if it has none. */
    int of(Tokens tokens, int i) {
        return table.get(tokens, i);
    }

    /** The same set as one that was shared before, if there is such: the words of a class stand in many patterns. */
    BitSet shared(BitSet words) {
        BitSet trimmed = BitSet.valueOf(words.toLongArray());
        BitSet known = sets.putIfAbsent(trimmed, trimmed);
        return known == null ? trimmed : known;
    }

    /** One more than the largest number. */
    int size() {
        return ids.size() + 1;
    }
}
