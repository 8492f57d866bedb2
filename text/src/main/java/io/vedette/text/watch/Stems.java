package io.vedette.text.watch;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.token.Tokens;
import java.util.Arrays;

/** The words that watches name, by their stems in one language.  Not for threads that write at once. */
final class Stems {

    private final Stemmer stemmer;

    /** Twice the number of the only atom of a stem, or twice and one that of a list where there are several. */
    private final HashTable byStem = new HashTable();

    private final Pages<int[]> lists = new Pages<>();
    private final Numbering numbers = new Numbering();

    Stems(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /** Adds the atoms of the words that have this stem, all of which stand where that group of words does. */
    void find(long stemHash, int group, Present present) {
        int found = byStem.get(stemHash);
        if (found == HashTable.ABSENT) {
            return;
        }
        if ((found & 1) == 0) {
            present.add(found >> 1, group);
            return;
        }
        for (int atom : list(found)) {
            present.add(atom, group);
        }
    }

    private int[] list(int found) {
        int[] list = lists.get(found >> 1);
        if (list == null) {
            throw new IllegalStateException("there is no list " + (found >> 1));
        }
        return list;
    }

    void add(String word, int atom) {
        long stem = stem(word);
        int found = byStem.get(stem);
        if (found == HashTable.ABSENT) {
            byStem.put(stem, atom << 1);
        } else if ((found & 1) == 0) {
            int list = numbers.take();
            lists.set(list, new int[] {found >> 1, atom});
            byStem.put(stem, list << 1 | 1);
        } else {
            int[] old = list(found);
            int[] more = Arrays.copyOf(old, old.length + 1);
            more[old.length] = atom;
            lists.set(found >> 1, more);
        }
    }

    void remove(String word, int atom) {
        long stem = stem(word);
        int found = byStem.get(stem);
        if (found == HashTable.ABSENT || (found & 1) == 0) {
            byStem.remove(stem);
            return;
        }
        int[] fewer = Arrays.stream(list(found)).filter(other -> other != atom).toArray();
        if (fewer.length == 1) {
            lists.set(found >> 1, null);
            numbers.giveBack(found >> 1);
            byStem.put(stem, fewer[0] << 1);
        } else {
            lists.set(found >> 1, fewer);
        }
    }

    private long stem(String word) {
        return stemmer.stemHash(word, Tokens.hashOf(word));
    }
}
