package io.vedette.text.claim;

import io.vedette.text.token.WordSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said: from the first word to the last, across the cue where it stands in the middle.  A direct
 * quotation belongs to it whole, with its marks, also where it reaches into other sentences.
 */
final class ContentFinder {

    private static final Set<String> JOINTS = WordSet.of("and", "but", "while", "although", "though", "who", "which");
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
        int gapStart = tokens.tokens().end(to - 1);
        int gapEnd = tokens.tokens().start(to);
        boolean sameParagraph =
                tokens.tokens().text().substring(gapStart, gapEnd).indexOf('\n') < 0;
        return sameParagraph ? new TokenSpan(from, trimmedEnd(from, to)) : null;
    }

    /** What stands before the source or the cue, and goes on behind it where a quotation does. */
    TokenSpan before(int sentence, int last, int behind) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        int start = quotations.quoted(from) ? Math.min(from, quotations.start(from)) : from;
        int end = tokens.isQuote(last) ? last + 1 : last;
        for (int i = behind; i < to && i < behind + CLAUSE; i++) {
            if (quotations.start(i) == i && (i == behind || tokens.isBreak(i - 1))) {
                return new TokenSpan(start, quotations.end(i));
            }
        }
        return new TokenSpan(start, end);
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
                && !tokens.isIn(sourceEnd + 1, JOINTS)
                && hasVerb(sourceEnd + 1, to);
        return new TokenSpan(from, goesOn ? trimmedEnd(sourceEnd, to) : end);
    }

    /** Past what is said of the source: ", a think tank,". */
    private int tokensToComma(int at, int to) {
        int i = at;
        while (i < to && !tokens.is(i, ",") && !tokens.isQuote(i) && !English.looksFinite(tokens, i)) {
            i++;
        }
        return i < to && tokens.is(i, ",") ? i + 1 : at;
    }

    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (English.looksFinite(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing that could be said follows: the sentence, a comma, a day or a place of speaking. */
    boolean endsAt(int at, int sentence) {
        int to = tokens.tokens().sentenceEnd(sentence);
        return at >= to
                || tokens.isBreak(at) && !tokens.is(at, ":")
                || tokens.isIn(at, English.CALENDAR)
                || tokens.isIn(at, English.PREPOSITIONS)
                || tokens.is(at, "after")
                || tokens.is(at, "as");
    }

    /** Whether what follows a verb is "that", a quotation or a clause of its own, not a mere object. */
    boolean isClause(int at, int sentence) {
        int to = Math.min(tokens.tokens().sentenceEnd(sentence), at + CLAUSE);
        for (int i = at; i < to; i++) {
            if (tokens.is(i, "that")) {
                return i == at || tokens.isIn(at, English.PREPOSITIONS) || tokens.isIn(at, English.CALENDAR);
            }
            if (tokens.isQuote(i) || English.looksFinite(tokens, i)) {
                return true;
            }
            if (tokens.isBreak(i) && i > at) {
                return false;
            }
        }
        return false;
    }

    private int startAfter(int cueEnd, int to) {
        int limit = Math.min(to, cueEnd + ADDRESSEE);
        for (int i = cueEnd; i < limit && !English.looksFinite(tokens, i); i++) {
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
        return tokens.isBreak(i)
                || tokens.isIn(i, English.CALENDAR)
                || tokens.is(i, "on") && tokens.isIn(i + 1, English.CALENDAR);
    }

    private int trimmedEnd(int from, int to) {
        int end = to;
        while (end > from && tokens.isBreak(end - 1)) {
            end--;
        }
        return end;
    }
}
