package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.CALENDAR;
import static io.vedette.text.claim.WordClass.COORDINATOR;
import static io.vedette.text.claim.WordClass.ING;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.RELATIVE;
import static io.vedette.text.claim.WordClass.STARTER;

import io.vedette.text.claim.AttributionFinder.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said: from the first word to the last, across the cue where it stands in the middle.  A direct
 * quotation belongs to it whole, with its marks, also where it reaches into other sentences.
 */
final class ContentFinder {

    private static final int ADDRESSEE = 9;
    private static final int CLAUSE = 16;

    private final FieldTokens tokens;
    private final Quotations quotations;

    ContentFinder(FieldTokens tokens, Quotations quotations) {
        this.tokens = tokens;
        this.quotations = quotations;
    }

    /** What follows the cue, past an addressee or a day; what went before where "X said." is all there is. */
    @Nullable
    TokenSpan after(int sentence, int cueEnd) {
        int to = tokens.tokens().sentenceEnd(sentence);
        int start = startAfter(cueEnd, to);
        int end = trimmedEnd(start, to);
        if (start < end) {
            return new TokenSpan(start, quotations.quoted(end - 1) ? quotations.end(end - 1) : end);
        }
        return sentence == 0 ? null : previous(sentence);
    }

    private @Nullable TokenSpan previous(int sentence) {
        int from = tokens.tokens().sentenceStart(sentence - 1);
        int to = tokens.tokens().sentenceEnd(sentence - 1);
        return isSameParagraph(to) ? new TokenSpan(from, trimmedEnd(from, to)) : null;
    }

    private boolean isSameParagraph(int token) {
        int gapStart = tokens.tokens().end(token - 1);
        int gapEnd = tokens.tokens().start(token);
        return tokens.tokens().text().substring(gapStart, gapEnd).indexOf('\n') < 0;
    }

    /** The quotation that ends right before a sentence, in the same paragraph: "“Why?” she asked." */
    @Nullable
    TokenSpan quoteBefore(int sentence) {
        int from = tokens.tokens().sentenceStart(sentence);
        return from > 0 && quotations.quoted(from - 1) && isSameParagraph(from)
                ? new TokenSpan(quotations.start(from - 1), from)
                : null;
    }

    /** What stands before the source or the cue, and goes on behind it where a quotation does. */
    TokenSpan before(int sentence, int last, int behind) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        int start = quotations.quoted(from) ? Math.min(from, quotations.start(from)) : from;
        int end = quotations.quoted(last) ? quotations.end(last) : last;
        for (int i = behind; i < to && i < behind + CLAUSE; i++) {
            if (quotations.start(i) == i && (i == behind || tokens.isBreak(i - 1))) {
                return new TokenSpan(start, quotations.end(i));
            }
        }
        return goesOnBehind(start, behind, to)
                ? new TokenSpan(start, trimmedEnd(behind, to))
                : new TokenSpan(start, end);
    }

    /** "The bridge, she said, was closed." */
    private boolean goesOnBehind(int start, int behind, int to) {
        return !quotations.quoted(start)
                && tokens.is(behind, ",")
                && behind + 1 < to
                && !tokens.has(behind + 1, COORDINATOR | RELATIVE | STARTER | ING)
                && hasVerb(behind + 1, to);
    }

    /** The rest of the sentence around "according to X". */
    @Nullable
    TokenSpan around(int sentence, int cueStart, int sourceEnd) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        if (cueStart - from <= 2) {
            return after(sentence, Math.min(to, tokensToComma(sourceEnd, to)));
        }
        int end = cueStart;
        while (end > from && tokens.isBreak(end - 1)) {
            end--;
        }
        boolean goesOn = sourceEnd < to
                && tokens.is(sourceEnd, ",")
                && !tokens.has(sourceEnd + 1, COORDINATOR | RELATIVE | STARTER)
                && hasVerb(sourceEnd + 1, to);
        return new TokenSpan(from, goesOn ? trimmedEnd(sourceEnd, to) : end);
    }

    /** Past what is said of the source: ", a think tank,". */
    private int tokensToComma(int at, int to) {
        int i = at;
        while (i < to && !tokens.is(i, ",") && !tokens.isQuote(i) && !English.isFinite(tokens, i)) {
            i++;
        }
        return i < to && tokens.is(i, ",") ? i + 1 : at;
    }

    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (English.isFinite(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that can be said stands there: a quotation, or a clause with its verb. */
    boolean isSaid(int from, int to) {
        return quotations.quoted(to - 1) || quotations.quoted(from) || hasVerb(from, to);
    }

    /** The clause around words that name nobody: "reportedly". */
    TokenSpan clauseOf(Sentence here, int cueStart, int cueEnd) {
        int start = cueStart;
        while (start > here.from() && !tokens.isBreak(start - 1) && !tokens.isQuote(start - 1)) {
            start--;
        }
        return new TokenSpan(start, Math.max(cueEnd, clauseEnd(cueEnd, here.to())));
    }

    /** Where the clause ends that goes on at a token. */
    int clauseEnd(int at, int to) {
        return trimmedEnd(at, to);
    }

    /** Whether nothing that could be said follows: the sentence, a comma, a day or a place of speaking. */
    boolean endsAt(int at, int sentence) {
        int to = tokens.tokens().sentenceEnd(sentence);
        return at >= to
                || tokens.isBreak(at) && !tokens.is(at, ":")
                || tokens.has(at, CALENDAR | PREPOSITION | COORDINATOR)
                || tokens.is(at, "after")
                || tokens.is(at, "when")
                || tokens.is(at, "while")
                || tokens.is(at, "as");
    }

    private int startAfter(int cueEnd, int to) {
        int limit = Math.min(to, cueEnd + ADDRESSEE);
        for (int i = cueEnd; i < limit && !English.isFinite(tokens, i); i++) {
            if (tokens.is(i, "that") || quotations.start(i) == i) {
                return i;
            }
        }
        int start = cueEnd;
        while (start < to && isLeadIn(start)) {
            start++;
        }
        return start;
    }

    private boolean isLeadIn(int i) {
        return tokens.isBreak(i) || tokens.has(i, CALENDAR) || tokens.is(i, "on") && tokens.has(i + 1, CALENDAR);
    }

    private int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from && tokens.isBreak(end - 1)) {
            end--;
        }
        return end;
    }
}
