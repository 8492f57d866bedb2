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
 * safe to share between threads.  Sentences are found when first asked for.
 */
public final class Tokens {

    private static final Tokens EMPTY = new Tokenizer("").run();

    private final String text;

    /** How many there are; the arrays may be longer. */
    private final int count;

    private final int[] starts;
    private final int[] ends;
    private final byte[] marks;
    private final long[] hashes;

    /** Made when asked for, as what is below; a race makes equal ones, so it needs no lock. */
    private @Nullable Sentences sentences;

    private @Nullable String @Nullable [] norms;

    Tokens(String text, int count, int[] starts, int[] ends, byte[] marks, long[] hashes) {
        this.text = text;
        this.count = count;
        this.starts = starts;
        this.ends = ends;
        this.marks = marks;
        this.hashes = hashes;
    }

    /**
     * The sentences.
     *
     * @param starts the first token of each
     * @param of the sentence of each token
     */
    private record Sentences(int[] starts, int[] of) {

        static Sentences of(int[] starts, int tokens) {
            int[] of = new int[tokens];
            for (int s = 0; s < starts.length; s++) {
                Arrays.fill(of, starts[s], s + 1 < starts.length ? starts[s + 1] : tokens, s);
            }
            return new Sentences(starts, of);
        }
    }

    private Sentences split() {
        Sentences known = sentences;
        if (known == null) {
            known = Sentences.of(new SentenceSplitter(text, count, starts, ends, marks).run(), count);
            sentences = known;
        }
        return known;
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
        return Shape.kind(marks[i]);
    }

    /**
     * What dictionaries and watches compare: lower case, without diacritics, one form for every apostrophe, quotation
     * mark, dash, alef, and for the letters that writers use interchangeably (ё and е, ґ and г).
     */
    public String norm(int i) {
        @Nullable String[] known = norms;
        if (known == null) {
            known = new @Nullable String[count];
            norms = known;
        }
        String norm = known[i];
        if (norm == null) {
            norm = Folding.fold(text, starts[i], ends[i]);
            known[i] = norm;
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
        return (marks[i] & Shape.CAPITALISED) != 0;
    }

    /** Whether it begins with a small letter. */
    public boolean small(int i) {
        return (marks[i] & Shape.LOWER) != 0;
    }

    /** Whether it has two letters or more and all are capitals. */
    public boolean allCaps(int i) {
        return (marks[i] & Shape.ALL_CAPS) != 0;
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
        return split().starts.length;
    }

    /** The sentence's first token. */
    public int sentenceStart(int sentence) {
        return split().starts[sentence];
    }

    /** One past the sentence's last token. */
    public int sentenceEnd(int sentence) {
        int[] first = split().starts;
        return sentence + 1 < first.length ? first[sentence + 1] : count;
    }

    /** The sentence that a token belongs to. */
    public int sentenceOf(int token) {
        return split().of[token];
    }

    @Override
    public String toString() {
        return count() + " tokens in " + sentences() + " sentences";
    }
}
