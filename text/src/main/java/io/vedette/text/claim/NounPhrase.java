package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/** Finds where the phrase that names a source begins and ends, from its words alone. */
record NounPhrase(int start, int end) {

    private static final int LONGEST = 30;

    /**
     * The subject that ends before a verb, an apposition between commas included ("Abbas Gallyamov, an analyst,").
     *
     * @param from the sentence's first token, which the phrase does not go beyond
     * @param end one past the last token that may belong to it
     */
    static @Nullable NounPhrase before(FieldTokens tokens, int from, int end) {
        if (end <= from) {
            return null;
        }
        if (tokens.isIn(end - 1, English.PRONOUNS)) {
            return new NounPhrase(end - 1, end);
        }
        if (!tokens.is(end - 1, ",") && !tokens.is(end - 1, "-")) {
            return trimmed(tokens, startOf(tokens, from, end), end);
        }
        int comma = openingComma(tokens, from, end - 1);
        if (comma <= from) {
            return null;
        }
        NounPhrase head = trimmed(tokens, startOf(tokens, from, comma), comma);
        return head == null ? null : new NounPhrase(head.start, end - 1);
    }

    /** The comma or dash that opens the apposition which this one closes; -1 if there is none. */
    private static int openingComma(FieldTokens tokens, int from, int closing) {
        String mark = tokens.norm(closing);
        int found = -1;
        for (int i = closing - 1; i > from && closing - i < LONGEST; i--) {
            if (tokens.isQuote(i) || tokens.is(i, ";")) {
                break;
            }
            if (tokens.is(i, mark) && !tokens.isHyphen(i)) {
                found = i;
                break;
            }
        }
        return found;
    }

    private static int startOf(FieldTokens tokens, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && belongs(tokens, from, start - 1)) {
            start--;
        }
        return start;
    }

    private static boolean belongs(FieldTokens tokens, int from, int i) {
        if (tokens.isBreak(i) || tokens.isQuote(i) || English.looksFinite(tokens, i)) {
            return false;
        }
        if (tokens.is(i, "and")) {
            return joinsNouns(tokens, from, i);
        }
        return !tokens.isIn(i, English.CLAUSE_STARTERS) && !tokens.isIn(i, English.PRONOUNS)
                || tokens.tokens().allCaps(i);
    }

    /** Whether no verb stands in the clause before an "and", which then joins two nouns rather than two clauses. */
    private static boolean joinsNouns(FieldTokens tokens, int from, int and) {
        for (int i = and - 1; i >= from && and - i < 12 && !tokens.isBreak(i); i--) {
            if (English.looksFinite(tokens, i)) {
                return false;
            }
        }
        return and > from;
    }

    /** Without a leading "and", "In Washington" or "On Monday"; null if nothing is left. */
    private static @Nullable NounPhrase trimmed(FieldTokens tokens, int from, int end) {
        int start = from;
        while (start < end) {
            if (tokens.isIn(start, English.PREPOSITIONS)) {
                start = afterPreposition(tokens, start, end);
            } else if (tokens.isIn(start, English.CALENDAR)
                    || tokens.is(start, "and")
                    || tokens.isPossessive(start)
                    || tokens.isIn(start, English.BETWEEN) && !tokens.is(start, "both")) {
                start++;
            } else {
                return hasName(tokens, start, end) ? new NounPhrase(start, end) : null;
            }
        }
        return null;
    }

    /** Past "In Washington" or "In a statement", where a new name or a new "the" begins. */
    private static int afterPreposition(FieldTokens tokens, int at, int end) {
        int i = at + 1;
        while (i < end && tokens.isIn(i, English.DETERMINERS)) {
            i++;
        }
        int place = i < end ? tokens.placeEnd(i) : -1;
        if (place > 0) {
            return Math.min(place, end);
        }
        i++;
        while (i < end
                && !tokens.isIn(i, English.DETERMINERS)
                && !tokens.tokens().capitalised(i)) {
            i++;
        }
        return i;
    }

    private static boolean hasName(FieldTokens tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            if (tokens.isWord(i) && !tokens.isIn(i, English.DETERMINERS) && !English.isAdverb(tokens.norm(i))) {
                return true;
            }
        }
        return false;
    }

    /** The phrase that begins here, as after "according to" or "said"; null if none does. */
    static @Nullable NounPhrase after(FieldTokens tokens, int start, int limit) {
        int end = start;
        while (end < limit && end - start < LONGEST && goesOn(tokens, start, end)) {
            end++;
        }
        while (end > start && (tokens.is(end - 1, "and") || tokens.isIn(end - 1, English.DETERMINERS))) {
            end--;
        }
        return end > start && hasName(tokens, start, end) ? new NounPhrase(start, end) : null;
    }

    private static boolean goesOn(FieldTokens tokens, int start, int i) {
        if (tokens.isBreak(i) || tokens.isQuote(i) || tokens.isIn(i, English.CALENDAR)) {
            return false;
        }
        if (English.looksFinite(tokens, i) || i > start && tokens.isIn(i, English.PRONOUNS)) {
            return false;
        }
        boolean leads = tokens.isIn(i, English.CLAUSE_STARTERS)
                || tokens.isIn(i, English.PREPOSITIONS) && !tokens.is(i, "of") && !tokens.is(i, "for");
        return !leads
                && (i == start || !tokens.is(i - 1, ",") || tokens.tokens().capitalised(i));
    }
}
