package io.vedette.text.token;

import java.util.Arrays;
import java.util.Set;

/** Finds where sentences start.  Used once. */
final class SentenceSplitter {

    /** Abbreviations that stand before what they belong to, so that a capital after them starts nothing. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "fr", "sr", "jr", "st", "mt", "ft", "gen", "lt", "col",
            "maj", "brig", "capt", "cpt", "cmdr", "cdr", "adm", "sgt", "cpl", "pvt", "sen", "rep", "gov", "pres", "amb",
            "min", "supt", "insp", "det", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
            "dec", "vs", "no", "nos", "art", "vol", "al", "messrs", "mme", "mlle", "им", "ул", "г", "р", "м", "обл",
            "ген");

    /** Words that a sentence starts with rather than a name, after "in the U.S. The army ...". */
    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "in",
            "on",
            "at",
            "but",
            "and",
            "this",
            "that",
            "these",
            "those",
            "his",
            "her",
            "their",
            "its",
            "there",
            "however",
            "meanwhile",
            "after",
            "before",
            "when",
            "while",
            "as",
            "for",
            "if",
            "both",
            "one",
            "some",
            "many",
            "most",
            "last",
            "officials",
            "according");

    private final String text;
    private final int count;
    private final int[] starts;
    private final int[] ends;
    private final byte[] marks;

    SentenceSplitter(String text, int count, int[] starts, int[] ends, byte[] marks) {
        this.text = text;
        this.count = count;
        this.starts = starts;
        this.ends = ends;
        this.marks = marks;
    }

    int[] run() {
        int[] sentences = new int[count / 12 + 4];
        int found = 0;
        boolean open = false;
        for (int i = 0; i < count; i++) {
            if (!open || i > 0 && (marks[i] & Shape.NEW_LINE) != 0) {
                if (found == sentences.length) {
                    sentences = Arrays.copyOf(sentences, found * 2);
                }
                sentences[found++] = i;
                open = true;
            }
            if (terminates(i)) {
                i = lastClosing(i);
                open = !endsHere(i);
            }
        }
        return Arrays.copyOf(sentences, found);
    }

    private boolean terminates(int i) {
        if ((marks[i] & Shape.ACRONYM) != 0) {
            return text.charAt(ends[i] - 1) == '.' && startsWithStarter(i + 1);
        }
        if (Shape.kind(marks[i]) != TokenKind.PUNCTUATION) {
            return false;
        }
        return switch (text.charAt(starts[i])) {
            case '.' -> !(ends[i] - starts[i] == 1 && followsAbbreviation(i));
            case '!', '?', '…', '。', '！', '？', '؟', '۔', '।' -> true;
            default -> false;
        };
    }

    private boolean startsWithStarter(int i) {
        return i < count && STARTERS.contains(Folding.fold(text, starts[i], ends[i]));
    }

    private boolean followsAbbreviation(int i) {
        if (i == 0 || ends[i - 1] != starts[i] || Shape.kind(marks[i - 1]) != TokenKind.WORD) {
            return false;
        }
        int size = ends[i - 1] - starts[i - 1];
        boolean initial = size == 1 && (marks[i - 1] & Shape.CAPITALISED) != 0;
        return initial || size <= 6 && ABBREVIATIONS.contains(Folding.fold(text, starts[i - 1], ends[i - 1]));
    }

    /** The last of the closing marks that stand directly behind. */
    private int lastClosing(int i) {
        int last = i;
        while (last + 1 < count && starts[last + 1] == ends[last] && isClosing(last + 1)) {
            last++;
        }
        return last;
    }

    private boolean isClosing(int i) {
        char c = text.charAt(starts[i]);
        return Shape.kind(marks[i]) == TokenKind.QUOTE
                || Shape.kind(marks[i]) == TokenKind.POSSESSIVE
                || c == ')'
                || c == ']'
                || c == '.'
                || c == '!'
                || c == '?';
    }

    /** Something follows after white space, and does not begin like the rest of a sentence. */
    private boolean endsHere(int i) {
        int next = i + 1;
        if (next >= count) {
            return true;
        }
        boolean caseless = text.charAt(starts[i]) > 0x3000;
        return (starts[next] > ends[i] || caseless) && (marks[next] & Shape.LOWER) == 0;
    }
}
