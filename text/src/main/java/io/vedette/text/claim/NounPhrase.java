package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.ADVERB;
import static io.vedette.text.claim.WordClass.CALENDAR;
import static io.vedette.text.claim.WordClass.COORDINATOR;
import static io.vedette.text.claim.WordClass.DETERMINER;
import static io.vedette.text.claim.WordClass.OBJECT;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.STARTER;
import static io.vedette.text.claim.WordClass.SUBJECT;

import org.jspecify.annotations.Nullable;

/** The words that name a source; ends exclusive. */
record NounPhrase(int start, int end) {

    private static final int LONGEST = 30;

    /** Without a leading "and", "In Washington" or "On Monday"; null if nothing is left. */
    static @Nullable NounPhrase trimmed(FieldTokens tokens, int from, int end) {
        int start = from;
        while (start < end) {
            if (tokens.has(start, PREPOSITION)) {
                start = afterPreposition(tokens, start, end);
            } else if (tokens.has(start, CALENDAR | COORDINATOR)
                    || tokens.isPossessive(start)
                    || tokens.has(start, ADVERB) && !tokens.has(start, DETERMINER)) {
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
        while (i < end && tokens.has(i, DETERMINER)) {
            i++;
        }
        int place = i < end ? tokens.placeEnd(i) : -1;
        if (place > 0) {
            return Math.min(place, end);
        }
        i++;
        while (i < end && !tokens.has(i, DETERMINER) && !tokens.tokens().capitalised(i)) {
            i++;
        }
        return i;
    }

    private static boolean hasName(FieldTokens tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            if (tokens.isNumber(i) && end - start < 3
                    || tokens.isWord(i) && !tokens.has(i, ADVERB | PREPOSITION)
                    || tokens.has(i, DETERMINER) && end - start == 1) {
                return true;
            }
        }
        return false;
    }

    /** The phrase that begins here, as after "according to" or "said"; null if none does. */
    static @Nullable NounPhrase after(FieldTokens tokens, int start, int limit) {
        if (tokens.has(start, OBJECT) && !tokens.has(start, SUBJECT | DETERMINER)) {
            return null;
        }
        int end = start;
        while (end < limit && end - start < LONGEST && goesOn(tokens, start, end)) {
            end++;
        }
        while (end > start && (tokens.is(end - 1, "and") || tokens.has(end - 1, DETERMINER) && end - 1 > start)) {
            end--;
        }
        return end > start && hasName(tokens, start, end) ? new NounPhrase(start, end) : null;
    }

    private static boolean goesOn(FieldTokens tokens, int start, int i) {
        if (i > start && tokens.isPossessive(i) && tokens.has(i - 1, SUBJECT)) {
            return false;
        }
        if (tokens.isBreak(i) || tokens.isQuote(i) || tokens.has(i, CALENDAR)) {
            return false;
        }
        if (English.isFinite(tokens, i) && i > start || i > start && tokens.has(i, SUBJECT)) {
            return i > start && tokens.tokens().allCaps(i);
        }
        boolean leads = tokens.has(i, STARTER) && !tokens.tokens().capitalised(i)
                || tokens.has(i, PREPOSITION)
                        && !tokens.has(i, DETERMINER)
                        && !tokens.tokens().capitalised(i)
                        && (i == start || !tokens.is(i, "of") && !tokens.is(i, "for"));
        return !leads;
    }
}
