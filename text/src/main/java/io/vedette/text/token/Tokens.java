package io.vedette.text.token;

import io.vedette.text.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and sentences of one text.
 *
 * <p>Tokens are in order, don't overlap, and together cover every character but white space and invisible format
 * characters.  Hyphenated words are split at the hyphen, which is a token of its own; contractions stay whole; "'s" is
 * a token of its own; a dotted acronym is one token.  Every token belongs to exactly one sentence.  Line breaks end
 * sentences; a closing quotation mark or bracket belongs to the sentence that it closes.
 *
 * <p>Any string will do, lone surrogates and NULs included; time and space are linear in its length.  Immutable and
 * safe to share between threads.
 */
public final class Tokens {

    private static final Tokens EMPTY = new Tokenizer("").run();

    private final String text;

    /** How many there are; the arrays may be longer. */
    private final int count;

    private final int[] starts;
    private final int[] ends;
    private final TokenKind[] kinds;
    private final byte[] shapes;
    private final long[] hashes;
    private final int[] sentenceStarts;
    private final int[] sentenceOf;

    /** Filled when asked for; a race writes equal strings, so it needs no lock. */
    private final @Nullable String[] norms;

    Tokens(
            String text,
            int count,
            int[] starts,
            int[] ends,
            TokenKind[] kinds,
            byte[] shapes,
            long[] hashes,
            int[] sentenceStarts) {
        this.text = text;
        this.count = count;
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
        this.shapes = shapes;
        this.hashes = hashes;
        this.sentenceStarts = sentenceStarts;
        this.sentenceOf = sentenceOf(sentenceStarts, count);
        this.norms = new @Nullable String[count];
    }

    private static int[] sentenceOf(int[] sentenceStarts, int count) {
        int[] sentences = new int[count];
        for (int s = 0; s < sentenceStarts.length; s++) {
            int end = s + 1 < sentenceStarts.length ? sentenceStarts[s + 1] : count;
            Arrays.fill(sentences, sentenceStarts[s], end, s);
        }
        return sentences;
    }

    /** Splits a text. */
    public static Tokens of(String text) {
        return text.isEmpty() ? EMPTY : new Tokenizer(text).run();
    }

    /** The text as it was given. */
    public String text() {
        return text;
    }

    /** How many tokens there are. */
    public int count() {
        return count;
    }

    /** Token i's first UTF-16 code unit. */
    public int start(int i) {
        return starts[i];
    }

    /** One past token i's last UTF-16 code unit. */
    public int end(int i) {
        return ends[i];
    }

    public TokenKind kind(int i) {
        return kinds[i];
    }

    /**
     * What dictionaries and watches compare: lower case, without diacritics, one form for every apostrophe, quotation
     * mark, dash, alef, and for the letters that writers use interchangeably (ё and е, ґ and г).
     */
    public String norm(int i) {
        String norm = norms[i];
        if (norm == null) {
            norm = Folding.fold(text, starts[i], ends[i]);
            norms[i] = norm;
        }
        return norm;
    }

    /** A 64-bit hash of {@link #norm}: what dictionaries are keyed by; never 0.  It is there already and makes no string. */
    public long normHash(int i) {
        return hashes[i];
    }

    /** What {@link #normHash} gives for a token of that norm. */
    public static long hashOf(String norm) {
        return Folding.hash(norm);
    }

    /** The token as it stands in the text. */
    public String word(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Whether it begins with a capital letter. */
    public boolean capitalised(int i) {
        return (shapes[i] & Shape.CAPITALISED) != 0;
    }

    /** Whether it begins with a small letter. */
    public boolean small(int i) {
        return (shapes[i] & Shape.LOWER) != 0;
    }

    /** Whether it has two letters or more and all are capitals. */
    public boolean allCaps(int i) {
        return (shapes[i] & Shape.ALL_CAPS) != 0;
    }

    /** Whether nothing separates it from the token before; false beyond the last. */
    public boolean joined(int i) {
        return i > 0 && i < count() && ends[i - 1] == starts[i];
    }

    /** From the start of one token to the end of the last before another. */
    public Span span(int first, int end) {
        return new Span(starts[first], ends[end - 1]);
    }

    /** How many sentences there are; none where there are no tokens. */
    public int sentences() {
        return sentenceStarts.length;
    }

    /** The sentence's first token. */
    public int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    /** One past the sentence's last token. */
    public int sentenceEnd(int sentence) {
        return sentence + 1 < sentenceStarts.length ? sentenceStarts[sentence + 1] : count;
    }

    /** The sentence that a token belongs to. */
    public int sentenceOf(int token) {
        return sentenceOf[token];
    }

    @Override
    public String toString() {
        return count() + " tokens in " + sentences() + " sentences";
    }
}
