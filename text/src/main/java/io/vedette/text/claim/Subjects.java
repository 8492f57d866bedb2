package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.ADVERB;
import static io.vedette.text.claim.WordClass.CALENDAR;
import static io.vedette.text.claim.WordClass.COORDINATOR;
import static io.vedette.text.claim.WordClass.ING;
import static io.vedette.text.claim.WordClass.PARTICIPLE;
import static io.vedette.text.claim.WordClass.PAST;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.RELATIVE;
import static io.vedette.text.claim.WordClass.STARTER;
import static io.vedette.text.claim.WordClass.SUBJECT;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a verb without a parser.  It goes leftwards from the verb: over what stands between commas, over
 * relative clauses, up to the verb of another clause.  It looks at a bounded number of words.
 */
final class Subjects {

    private static final int FARTHEST = 70;
    private static final int MOST_COMMAS = 8;

    private final FieldTokens tokens;
    private final Quotations quotations;

    Subjects(FieldTokens tokens, Quotations quotations) {
        this.tokens = tokens;
        this.quotations = quotations;
    }

    /**
     * The phrase that is the subject of the verb group which begins at {@code end}.
     *
     * @param from the first token that may belong to it
     * @return null where the verb shares the subject of another, or none is seen
     */
    @Nullable
    NounPhrase before(int from, int end) {
        int last = withoutDay(from, end) - 1;
        if (last < from || tokens.has(last, COORDINATOR)) {
            return null;
        }
        if (tokens.has(last, SUBJECT)) {
            return new NounPhrase(last, last + 1);
        }
        if (last > from && tokens.has(last, RELATIVE)) {
            return new NounPhrase(last, last + 1);
        }
        if (closesInsert(last)) {
            int whole = tokens.is(last, ")") ? last + 1 : last;
            return aroundInserts(Math.max(from, last - FARTHEST), last, whole);
        }
        NounPhrase found = phrase(Math.max(from, last + 1 - FARTHEST), last + 1);
        return found != null && isTime(found.start()) && tokens.has(found.start() - 1, SUBJECT | RELATIVE)
                ? new NounPhrase(found.start() - 1, found.start())
                : found;
    }

    /** "who last year" */
    private boolean isTime(int i) {
        return tokens.is(i, "last") || tokens.is(i, "next") || tokens.is(i, "this") || tokens.is(i, "earlier");
    }

    private int withoutDay(int from, int end) {
        int i = end;
        while (i > from && tokens.has(i - 1, CALENDAR)) {
            i--;
        }
        return i < end && i > from && tokens.is(i - 1, "on") ? i - 1 : i;
    }

    private boolean closesInsert(int i) {
        return tokens.is(i, ",") || tokens.is(i, ")") || tokens.is(i, "-") && !tokens.isHyphen(i) || tokens.is(i, "--");
    }

    /** The subject before one or more inserts between commas, dashes or brackets: "Bob, 45, a baker from Bonn,". */
    private @Nullable NounPhrase aroundInserts(int from, int closing, int whole) {
        NounPhrase found = null;
        int end = closing;
        for (int segment = 0; segment < MOST_COMMAS && end > from; segment++) {
            int start = segmentStart(from, end);
            if (end - start == 1 && tokens.has(start, SUBJECT | RELATIVE)) {
                return new NounPhrase(start, end);
            }
            if (segment > 0 && tokens.has(end - 1, RELATIVE)) {
                return new NounPhrase(end - 1, end);
            }
            boolean insert = start < end && tokens.has(start, RELATIVE | STARTER) && start > from;
            int phrase = insert ? start : phraseStart(start, end);
            boolean complete = phrase == start;
            NounPhrase candidate = insert ? null : trimmed(phrase, end);
            if (candidate != null && !isIntroduction(start, end)) {
                boolean apposed = !complete && found != null;
                found = apposed ? found : candidate;
            }
            if (!complete || start <= from || !closesInsert(start - 1) && !tokens.is(start - 1, "(")) {
                break;
            }
            end = start - 1;
        }
        return found == null ? null : new NounPhrase(found.start(), whole);
    }

    /** One past the mark before {@code end} that opens the segment. */
    private int segmentStart(int from, int end) {
        int i = end;
        while (i > from && !tokens.isBreak(i - 1) && !tokens.isQuote(i - 1)) {
            i--;
        }
        return i;
    }

    /** "In Bonn", "Last week", "Meanwhile", "Asked about it", "Speaking to voters", "When it rained". */
    private boolean isIntroduction(int start, int end) {
        int i = start;
        while (i < end && (tokens.has(i, COORDINATOR) || tokens.has(i, ADVERB) && !tokens.has(i, STARTER))) {
            i++;
        }
        return i >= end
                || tokens.has(i, PREPOSITION | STARTER | CALENDAR | ING)
                || tokens.is(i, "last")
                || tokens.is(i, "next")
                || tokens.is(i, "earlier")
                || tokens.has(i, PAST | PARTICIPLE) && !tokens.has(i, SUBJECT);
    }

    /** The noun phrase that ends here, with what belongs to it; null if there is none. */
    @Nullable
    NounPhrase phrase(int from, int end) {
        return trimmed(phraseStart(from, end), end);
    }

    private int phraseStart(int from, int end) {
        int i = end;
        while (i > from) {
            int last = i - 1;
            if (tokens.is(last, ")") || tokens.is(last, "]")) {
                int open = opening(from, last);
                if (open < 0) {
                    return i;
                }
                i = open;
            } else if (quotations.quoted(last)) {
                int open = quotations.start(last);
                if (open <= from || last - open > 8) {
                    return i;
                }
                i = open;
            } else if (English.isFinite(tokens, last)) {
                int relative = relative(from, last);
                if (relative <= from) {
                    return i;
                }
                i = tokens.is(relative - 1, ",") ? relative - 1 : relative;
            } else if (endsPhrase(from, last)) {
                return i;
            } else {
                i = last;
            }
        }
        return i;
    }

    private int opening(int from, int closing) {
        for (int i = closing - 1; i >= from && closing - i < 12; i--) {
            if (tokens.is(i, "(") || tokens.is(i, "[")) {
                return i;
            }
        }
        return -1;
    }

    /** The "who" or "that" of the clause whose verb this is, where nothing but its subject stands between; else -1. */
    private int relative(int from, int verb) {
        for (int i = verb - 1; i > from && verb - i < 8; i--) {
            if (tokens.has(i, RELATIVE)) {
                boolean afterNoun = tokens.isWord(i - 1) && !English.isFinite(tokens, i - 1)
                        || tokens.is(i - 1, ",")
                        || tokens.isNumber(i - 1);
                return afterNoun && !tokens.is(i, "that") || afterNoun && i == groupStart(i, verb) - 1 ? i : -1;
            }
            if (tokens.isBreak(i) || tokens.isQuote(i)) {
                return -1;
            }
        }
        return -1;
    }

    private int groupStart(int from, int verb) {
        int i = verb;
        while (i > from && (English.isFinite(tokens, i - 1) || tokens.has(i - 1, ADVERB))) {
            i--;
        }
        return i;
    }

    private boolean endsPhrase(int from, int i) {
        if (tokens.isBreak(i) || tokens.isQuote(i)) {
            return true;
        }
        if (tokens.is(i, "and")) {
            return !joinsNouns(from, i);
        }
        return tokens.has(i, STARTER | SUBJECT) && !tokens.tokens().allCaps(i);
    }

    /** Whether no verb stands in the clause before an "and", which then joins two nouns rather than two clauses. */
    private boolean joinsNouns(int from, int and) {
        for (int i = and - 1; i >= from && and - i < 12 && !tokens.isBreak(i); i--) {
            if (English.isFinite(tokens, i)) {
                return relative(from, i) > 0;
            }
        }
        return and > from;
    }

    /** Without a leading "and", "In Washington" or "On Monday"; null if nothing is left. */
    private @Nullable NounPhrase trimmed(int from, int end) {
        return NounPhrase.trimmed(tokens, from, end);
    }

    /**
     * The subject of the first clause between two tokens, as of a participle or a second verb: past what introduces
     * the sentence, up to the first verb.
     */
    @Nullable
    NounPhrase first(int from, int to) {
        int start = from;
        for (int commas = 0; commas < MOST_COMMAS && start < to; commas++) {
            int end = start;
            while (end < to && !tokens.isBreak(end) && !quotations.quoted(end)) {
                end++;
            }
            if (end > start && !isIntroduction(start, end)) {
                return NounPhrase.after(tokens, skipped(start, end), Math.min(to, end + FARTHEST));
            }
            start = end < to && quotations.quoted(end) ? quotations.end(end) : end + 1;
        }
        return null;
    }

    private int skipped(int start, int end) {
        int i = start;
        while (i < end && tokens.has(i, COORDINATOR)) {
            i++;
        }
        return i;
    }
}
