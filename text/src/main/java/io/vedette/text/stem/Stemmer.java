package io.vedette.text.stem;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;

/**
 * Reduces a word to its stem by the Snowball algorithm of one language.  Safe to use from many threads at once.
 *
 * <p>Words are given as tokens norm them: lower case, diacritics folded.  The algorithms were written for words with
 * their diacritics, so a stem may be longer than it would be; what matters is that query and article get the same one.
 */
public final class Stemmer {

    /** Nothing longer is a word; it stays as it is, so that no text can make stemming slow. */
    private static final int LONGEST = 64;

    private static final int CACHED = 1 << 15;

    private final @Nullable Supplier<SnowballStemmer> algorithm;

    /**
     * Stems already made, one for each hash, the newest wins.  Written without a lock: a Stemmed never changes, so the
     * worst that a race can do is to stem a word again.
     */
    private final @Nullable Stemmed[] cache;

    Stemmer(@Nullable Supplier<SnowballStemmer> algorithm) {
        this.algorithm = algorithm;
        this.cache = new Stemmed[algorithm == null ? 0 : CACHED];
    }

    /** The stem of a lower-case word; the word itself where the language has no stemmer. */
    public String stem(String word) {
        if (algorithm == null || word.length() > LONGEST) {
            return word;
        }
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (CACHED - 1);
        Stemmed cached = cache[slot];
        if (cached == null || !cached.word.equals(word)) {
            cached = new Stemmed(word, stem(algorithm.get(), word));
            cache[slot] = cached;
        }
        return cached.stem;
    }

    private static String stem(SnowballStemmer algorithm, String word) {
        algorithm.setCurrent(word);
        algorithm.stem();
        String stem = algorithm.getCurrent();
        return stem.isEmpty() || stem.equals(word) ? word : stem;
    }

    private record Stemmed(String word, String stem) {}
}
