package io.vedette.text.token;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of normalised words that tells of a token whether it is one of them without making a string.  Immutable. */
public final class WordSet extends AbstractSet<String> {

    private final Set<String> words;
    private final WordTable table = new WordTable(0);

    /** The words by {@link String#hashCode}, which a string keeps: 0 where none is. */
    private final int[] hashes;

    private final @Nullable String[] slots;

    private WordSet(Set<String> words) {
        this.words = words;
        this.hashes = new int[Integer.highestOneBit(words.size() + 1) * 4];
        this.slots = new @Nullable String[hashes.length];
        for (String word : words) {
            table.put(word, 1);
            int slot = slot(word, hash(word));
            hashes[slot] = hash(word);
            slots[slot] = word;
        }
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
        return word instanceof String string && hashes[slot(string, hash(string))] != 0;
    }

    private static int hash(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash == 0 ? 1 : hash;
    }

    /** Where the word is, or the empty slot where it would be. */
    private int slot(String word, int hash) {
        int slot = hash >>> 16 & hashes.length - 1;
        while (hashes[slot] != 0 && !(hashes[slot] == hash && word.equals(slots[slot]))) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
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
