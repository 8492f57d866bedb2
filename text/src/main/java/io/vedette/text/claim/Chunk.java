package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/**
 * A noun phrase without the prepositional phrases that hang on it, "of" excepted: "members of the army", without "in the
 * north"; by tokens, end exclusive.
 */
record Chunk(int start, int end) {

    private static final int LONGEST = 14;

    /** How far an apposition or a relative clause between commas may reach. */
    private static final int LONGEST_INSERTION = 24;

    /** The phrase that ends before a token, as a subject does before its verb; null if there is none. */
    static @Nullable Chunk before(FieldTokens tokens, int from, int end) {
        int last = pastInsertion(tokens, from, end - 1);
        int coreEnd = last + 1;
        int i = last;
        int fallback = -1;
        while (i >= from && last - i < LONGEST && belongs(tokens, from, i)) {
            if (isPreposition(tokens, i)) {
                fallback = fallback < 0 ? i + 1 : fallback;
                coreEnd = i;
            }
            i--;
        }
        if (coreEnd <= i + 1) {
            return fallback < 0 || fallback > last ? null : new Chunk(fallback, last + 1);
        }
        return new Chunk(i + 1, coreEnd);
    }

    /** The token before ", ..., " and before "(...)", which stand between a subject and its verb. */
    private static int pastInsertion(FieldTokens tokens, int from, int last) {
        if (last < from) {
            return last;
        }
        String closing = tokens.norm(last);
        String opening = closing.equals(")") ? "(" : closing.equals(",") || closing.equals("-") ? closing : "";
        for (int i = last - 1; !opening.isEmpty() && i > from && last - i < LONGEST_INSERTION; i--) {
            if (tokens.is(i, opening) && !tokens.isHyphen(i)) {
                return i - 1;
            }
        }
        return last;
    }

    private static boolean isFinite(FieldTokens tokens, int i) {
        return English.looksFinite(tokens, i) || Verbs.isOnlyPast(tokens, i);
    }

    private static boolean belongs(FieldTokens tokens, int from, int i) {
        if (tokens.isBreak(i) || tokens.isQuote(i) || isFinite(tokens, i)) {
            return false;
        }
        if (tokens.isIn(i, English.CLAUSE_STARTERS) || tokens.isIn(i, English.PRONOUNS)) {
            return false;
        }
        return !tokens.is(i, "and") || joinsNouns(tokens, from, i);
    }

    private static boolean joinsNouns(FieldTokens tokens, int from, int and) {
        for (int i = and - 1; i >= from && and - i < LONGEST && !tokens.isBreak(i); i--) {
            if (isFinite(tokens, i)) {
                return false;
            }
        }
        return and > from;
    }

    private static boolean isPreposition(FieldTokens tokens, int i) {
        return tokens.isIn(i, English.PREPOSITIONS) && !tokens.is(i, "of");
    }

    /** The phrase that begins at a token, as an object does after its verb; null if none does. */
    static @Nullable Chunk after(FieldTokens tokens, int start, int to) {
        int i = start;
        while (i < to && English.isAdverb(tokens.norm(i))) {
            i++;
        }
        int first = i;
        while (i < to
                && i - first < LONGEST
                && !tokens.isBreak(i)
                && !tokens.isQuote(i)
                && !isPreposition(tokens, i)
                && !tokens.isIn(i, English.CLAUSE_STARTERS)
                && !(tokens.isIn(i, English.PRONOUNS))
                && !(i > first && isFinite(tokens, i))) {
            i++;
        }
        while (i > first && (tokens.is(i - 1, "and") || tokens.is(i - 1, "of"))) {
            i--;
        }
        return i > first ? new Chunk(first, i) : null;
    }

    /** The classes of actors that the phrase stands for: those of its head, or else of any of its words. */
    int classes(FieldTokens tokens) {
        int any = 0;
        int head = 0;
        for (int i = start; i < end; i++) {
            if (tokens.is(i, "of")) {
                head = last(tokens, start, i);
            }
            // "a US company": a country stands for itself only where it is the head
            any |= tokens.placeStart(i) >= 0 && tokens.actorStart(i) < 0 ? 0 : tokens.classes(i);
        }
        head = head != 0 ? head : last(tokens, start, end);
        return head != 0 ? head : any;
    }

    private static int last(FieldTokens tokens, int from, int to) {
        int i = to - 1;
        while (i > from && !tokens.isWord(i)) {
            i--;
        }
        return i < from ? 0 : tokens.classes(i);
    }
}
