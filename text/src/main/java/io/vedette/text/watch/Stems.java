package io.vedette.text.watch;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.token.Tokens;
import java.util.Arrays;

/** The words that watches name, by their stems in one language.  Not for threads that write at once. */
final class Stems {

    private static final int[] NONE = {};

    private final Stemmer stemmer;
    private final HashTable groups = new HashTable();
    private final Pages<int[]> atoms = new Pages<>();
    private final Numbering numbers = new Numbering();

    Stems(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /** The numbers of the words' atoms that have this stem; not to be changed. */
    int[] of(long stemHash) {
        int group = groups.get(stemHash);
        int[] found = group < 0 ? null : atoms.get(group);
        return found == null ? NONE : found;
    }

    void add(String word, int atom) {
        long stem = stem(word);
        int group = groups.get(stem);
        if (group < 0) {
            group = numbers.take();
            groups.put(stem, group);
            atoms.set(group, new int[] {atom});
        } else {
            int[] old = of(stem);
            int[] more = Arrays.copyOf(old, old.length + 1);
            more[old.length] = atom;
            atoms.set(group, more);
        }
    }

    void remove(String word, int atom) {
        long stem = stem(word);
        int group = groups.get(stem);
        int[] fewer = Arrays.stream(of(stem)).filter(other -> other != atom).toArray();
        if (group >= 0 && fewer.length == 0) {
            groups.remove(stem);
            atoms.set(group, null);
            numbers.giveBack(group);
        } else if (group >= 0) {
            atoms.set(group, fewer);
        }
    }

    private long stem(String word) {
        return stemmer.stemHash(word, Tokens.hashOf(word));
    }
}
