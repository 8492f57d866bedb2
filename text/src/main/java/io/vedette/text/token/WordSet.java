package io.vedette.text.token;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/** A set of normalised words that tells of a token whether it is one of them without making a string.  Immutable. */
public final class WordSet extends AbstractSet<String> {

    private final Set<String> words;
    private final WordTable table = new WordTable(0);

    private WordSet(Set<String> words) {
        this.words = words;
        words.forEach(word -> table.put(word, 1));
    }

    public static WordSet of(String... words) {
        return new WordSet(Set.of(words));
    }

    public static WordSet copyOf(Collection<String> words) {
        return new WordSet(Set.copyOf(words));
    }

    /** Whether the token is one of these words. */
    public boolean has(Tokens tokens, int i) {
        return table.get(tokens, i) != 0;
    }

    /** Whether the word with that {@link Tokens#hashOf hash} is one of these. */
    public boolean has(long hash) {
        return table.get(hash) != 0;
    }

    @Override
    public boolean contains(Object word) {
        return words.contains(word);
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    @Override
    public int size() {
        return words.size();
    }
}
