package io.vedette.text.stem;

import io.vedette.text.token.Tokens;
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

    /** So many sets of {@link #WAYS} hashes: what most languages are written with, in 2 MB. */
    private static final int SETS = 1 << 15;

    private static final int WAYS = 4;

    private final @Nullable Supplier<SnowballStemmer> algorithm;

    /**
     * Stems already made, one for each hash, the newest wins.  Written without a lock: a Stemmed never changes, so the
     * worst that a race can do is to stem a word again.
     */
    private final @Nullable Stemmed[] cache;

    /**
     * The hashes of stems by those of words, in sets of a few of which the newest comes first: a word's hash or'ed
     * exclusively with its stem's, and beside it the stem's.  Of two threads that write one place each may leave a half;
     * then the hash that comes out is not the one asked for, and the place counts as empty (Hyatt and Mann's lockless
     * transposition table, 2002).  Made with the first word, for most languages never come.
     */
    private long @Nullable [] hashes;

    Stemmer(@Nullable Supplier<SnowballStemmer> algorithm) {
        this.algorithm = algorithm;
        this.cache = new Stemmed[algorithm == null ? 0 : CACHED];
    }

    /** The {@link Tokens#hashOf hash} of a token's stem; of most tokens without a string being made. */
    public long stemHash(Tokens tokens, int i) {
        long hash = tokens.normHash(i);
        long known = algorithm == null ? hash : known(hash);
        return known == 0 ? remember(hash, tokens.norm(i)) : known;
    }

    /**
     * The hash of a word's stem.
     *
     * @param word normed
     * @param hash the word's own
     */
    public long stemHash(String word, long hash) {
        long known = algorithm == null ? hash : known(hash);
        return known == 0 ? remember(hash, word) : known;
    }

    /** The hash of a stem if it is remembered, else 0. */
    private long known(long hash) {
        long[] table = hashes;
        if (table == null) {
            return 0;
        }
        int first = first(hash);
        for (int i = first; i < first + 2 * WAYS; i += 2) {
            long stem = table[i + 1];
            if ((table[i] ^ stem) == hash && stem != 0) {
                return stem;
            }
        }
        return 0;
    }

    private static int first(long hash) {
        return 2 * WAYS * ((int) hash & SETS - 1);
    }

    private long remember(long hash, String word) {
        long[] table = hashes;
        if (table == null) {
            table = new long[2 * WAYS * SETS];
            hashes = table;
        }
        long stem = Tokens.hashOf(stem(word));
        int first = first(hash);
        System.arraycopy(table, first, table, first + 2, 2 * WAYS - 2);
        table[first] = hash ^ stem;
        table[first + 1] = stem;
        return stem;
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
