package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.NameWords.Sort;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Capitalised words that may name somebody or something, with what speaks for each sort of name. */
final class NameCandidate {

    private static final Sort[] SORTS = Sort.values();

    final Clues clues;
    final int first;
    final int end;
    final long key;

    /** Whether it stands at the beginning of a sentence, where capitals say nothing. */
    final boolean opening;

    private final int[] scores = new int[SORTS.length];
    private final String[] reasons = new String[SORTS.length];
    private final int[] strongest = new int[SORTS.length];
    private @Nullable MentionType bodyType;
    private int bodyTypeWeight;

    NameCandidate(Clues clues, int first, int end) {
        this.clues = clues;
        this.first = first;
        this.end = end;
        this.opening = clues.text().beginsSentence(first);
        this.key = key(clues, first, end);
        Arrays.fill(reasons, "");
    }

    /** What two ways of writing one name share: the norms of its tokens. */
    static long key(Clues clues, int first, int end) {
        long hash = 7;
        for (int i = first; i < end; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + clues.text().tokens().normHash(i);
        }
        return hash;
    }

    /** How many tokens it has. */
    int length() {
        return end - first;
    }

    /** Adds what speaks for or against a sort; the strongest reason is kept for explanations. */
    void add(Sort sort, int weight, String reason) {
        int i = sort.ordinal();
        scores[i] += weight;
        if (weight > strongest[i]) {
            strongest[i] = weight;
            reasons[i] = reason;
        }
    }

    /** Adds that it is a body of that type. */
    void body(MentionType type, int weight, String reason) {
        add(Sort.BODY, weight, reason);
        if (weight > bodyTypeWeight) {
            bodyType = type;
            bodyTypeWeight = weight;
        }
    }

    int score(Sort sort) {
        return scores[sort.ordinal()];
    }

    String reason(Sort sort) {
        return reasons[sort.ordinal()];
    }

    @Nullable
    MentionType bodyType() {
        return bodyType;
    }

    int bodyTypeWeight() {
        return bodyTypeWeight;
    }
}
