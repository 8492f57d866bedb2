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
    private static final int HASHES = 1 << 16;

    private final @Nullable Supplier<SnowballStemmer> algorithm;

    /**
     * Stems already made, one for each hash, the newest wins.  Written without a lock: a Stemmed never changes, so the
     * worst that a race can do is to stem a word again.
     */
    private final @Nullable Stemmed[] cache;

    /**
     * The hashes of stems by those of words: a word's hash or'ed exclusively with its stem's, and beside it the stem's.
     * Of two threads that write one slot each may leave a half; then the hash that comes out is not the one asked for,
     * and the slot counts as empty (Hyatt and Mann's lockless transposition table, 2002).
     */
    private final long[] hashes;

    Stemmer(@Nullable Supplier<SnowballStemmer> algorithm) {
        this.algorithm = algorithm;
        this.cache = new Stemmed[algorithm == null ? 0 : CACHED];
        this.hashes = new long[algorithm == null ? 0 : 2 * HASHES];
    }

    /** The {@link Tokens#hashOf hash} of a token's stem; of most tokens without a string being made. */
    public long stemHash(Tokens tokens, int i) {
        long hash = tokens.normHash(i);
        if (algorithm == null) {
            return hash;
        }
        int slot = 2 * ((int) hash & (HASHES - 1));
        long stem = hashes[slot + 1];
        return (hashes[slot] ^ stem) == hash && stem != 0 ? stem : remember(slot, hash, tokens.norm(i));
    }

    /**
     * The hash of a word's stem.
     *
     * @param word normed
     * @param hash the word's own
     */
    public long stemHash(String word, long hash) {
        if (algorithm == null) {
            return hash;
        }
        int slot = 2 * ((int) hash & (HASHES - 1));
        long stem = hashes[slot + 1];
        return (hashes[slot] ^ stem) == hash && stem != 0 ? stem : remember(slot, hash, word);
    }

    private long remember(int slot, long hash, String word) {
        long stem = Tokens.hashOf(stem(word));
        hashes[slot] = hash ^ stem;
        hashes[slot + 1] = stem;
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
