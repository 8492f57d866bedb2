package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.CALENDAR;
import static io.vedette.text.claim.WordClass.CLAUSE;
import static io.vedette.text.claim.WordClass.DETERMINER;
import static io.vedette.text.claim.WordClass.OBJECT;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.STARTER;
import static io.vedette.text.claim.WordClass.SUBJECT;

/** Tells what follows a word of saying, as far as its first words show. */
final class Complements {

    /** A clause with or without "that", a question, or a quotation. */
    static final int A_CLAUSE = 1;
    /** A phrase of a noun. */
    static final int AN_OBJECT = 1 << 1;
    /** "to" and a verb, at once or after an addressee. */
    static final int AN_INFINITIVE = 1 << 2;
    /** Neither. */
    static final int NOTHING = 1 << 3;
    /** Beside {@link #A_CLAUSE}: it is marked by "that", a question word, a colon or a quotation mark. */
    static final int MARKED = 1 << 4;

    private static final int ADDRESSEE = 12;
    private static final int LONGEST_SUBJECT = 18;

    private final FieldTokens tokens;
    private final Quotations quotations;

    Complements(FieldTokens tokens, Quotations quotations) {
        this.tokens = tokens;
        this.quotations = quotations;
    }

    /** Which of the complements stand at a token. */
    int at(int at, int to) {
        int i = afterDay(at, to);
        if (i >= to) {
            return NOTHING;
        }
        if (tokens.is(i, ":") || quotations.start(i) == i) {
            return A_CLAUSE | MARKED | AN_OBJECT;
        }
        if (tokens.isBreak(i)) {
            return i + 1 < to && tokens.is(i, ",") && tokens.isQuote(i + 1) ? A_CLAUSE | MARKED : NOTHING;
        }
        if (tokens.has(i, CLAUSE)) {
            return A_CLAUSE | MARKED;
        }
        if (tokens.is(i, "to") && !isPhraseStart(i + 1)) {
            return AN_INFINITIVE;
        }
        return addressee(i, to) | bare(i, to) | object(i);
    }

    /** Past "on Monday", "last week". */
    int afterDay(int at, int to) {
        int i = at;
        while (i < to && tokens.has(i, CALENDAR)) {
            i++;
        }
        if (i + 1 < to && tokens.has(i, PREPOSITION) && tokens.has(i + 1, CALENDAR)) {
            return Math.min(to, i + 2);
        }
        return i;
    }

    private boolean isPhraseStart(int i) {
        return tokens.has(i, DETERMINER | OBJECT)
                || i < tokens.tokens().count() && tokens.tokens().capitalised(i);
    }

    /** What stands behind an addressee or a circumstance: "told reporters in Bonn that". */
    private int addressee(int at, int to) {
        int limit = Math.min(to, at + ADDRESSEE);
        for (int i = at + 1; i < limit; i++) {
            if (tokens.is(i, "that") || tokens.is(i, "whether") || tokens.is(i, ":") || quotations.start(i) == i) {
                return A_CLAUSE | MARKED;
            }
            if (tokens.is(i, "to") && !isPhraseStart(i + 1)) {
                return AN_INFINITIVE;
            }
            if (tokens.isBreak(i) && !tokens.is(i, ",") || English.isFinite(tokens, i)) {
                return 0;
            }
        }
        return 0;
    }

    /** A clause without "that": a subject, then a verb. */
    private int bare(int at, int to) {
        if (isClauseStart(at, to)) {
            return A_CLAUSE;
        }
        if (tokens.has(at, STARTER) || tokens.has(at, PREPOSITION) && !tokens.has(at, DETERMINER)) {
            return 0;
        }
        int limit = Math.min(to, at + LONGEST_SUBJECT);
        for (int i = at; i < limit && !tokens.isBreak(i) && !tokens.isQuote(i); i++) {
            if (English.isFinite(tokens, i)) {
                return A_CLAUSE;
            }
            if (i > at && tokens.has(i, STARTER)) {
                return 0;
            }
        }
        return 0;
    }

    /** "they ...", "there ...". */
    private boolean isClauseStart(int at, int to) {
        boolean subject = tokens.has(at, SUBJECT) || tokens.is(at, "there");
        return subject && at + 1 < to && (tokens.isPossessive(at + 1) || English.isFinite(tokens, at + 1));
    }

    private int object(int at) {
        boolean none = tokens.has(at, STARTER)
                || tokens.has(at, PREPOSITION) && !tokens.has(at, DETERMINER)
                || tokens.isPossessive(at)
                || English.isFinite(tokens, at);
        return none || tokens.is(at, "and") ? NOTHING : AN_OBJECT;
    }
}
