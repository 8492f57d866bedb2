package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.ADVERB;
import static io.vedette.text.claim.WordClass.AUXILIARY;
import static io.vedette.text.claim.WordClass.BE;
import static io.vedette.text.claim.WordClass.CLAUSE;
import static io.vedette.text.claim.WordClass.COORDINATOR;
import static io.vedette.text.claim.WordClass.DETERMINER;
import static io.vedette.text.claim.WordClass.HAVE;
import static io.vedette.text.claim.WordClass.ING;
import static io.vedette.text.claim.WordClass.MODAL;
import static io.vedette.text.claim.WordClass.OBJECT;
import static io.vedette.text.claim.WordClass.OWNER;
import static io.vedette.text.claim.WordClass.PARTICIPLE;
import static io.vedette.text.claim.WordClass.PAST;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.RELATIVE;
import static io.vedette.text.claim.WordClass.SUBJECT;

import java.util.Set;

/**
 * A verb with what stands between it and its subject: auxiliaries and adverbs.
 *
 * @param start the first of these, or the verb itself
 * @param verb the verb, whose cue may go on behind it
 */
record VerbGroup(int start, int verb, Form form) {

    /** How the verb is used, which tells where its subject stands. */
    enum Form {
        /** With a subject before it. */
        FINITE,
        /** "saying": the subject is that of another verb, or the noun before. */
        PARTICIPLE,
        /** "to say". */
        INFINITIVE,
        /** "was told": whoever speaks follows "by". */
        PASSIVE,
        /** "backed by". */
        REDUCED,
        /** A noun or an adjective that looks like a verb. */
        NONE,
        /** "would say": nobody has said it. */
        UNREAL
    }

    private static final int LONGEST = 8;

    private static final Set<String> PLURALS = Set.of(
            "people", "men", "women", "children", "police", "media", "data", "others", "public", "staff", "crew");

    /** Reads the group leftwards from its verb, not beyond {@code from}. */
    static VerbGroup of(FieldTokens tokens, int from, int verb, int end) {
        int head = lender(tokens, from, verb);
        int seen = 0;
        int start = head;
        while (start > from && head - start < LONGEST && isBetween(tokens, start - 1)) {
            start--;
            seen |= auxiliary(tokens, start);
        }
        if (start > from && tokens.isPossessive(start - 1) && tokens.has(start - 2, SUBJECT)) {
            start--;
            seen |= tokens.has(head, ING) ? BE : HAVE;
        } else if (start > from && tokens.has(start - 1, SUBJECT) && tokens.has(start - 1, AUXILIARY)) {
            seen |= auxiliary(tokens, start - 1);
        }
        return new VerbGroup(start, verb, form(tokens, from, start, head, head == verb ? end : head + 1, seen));
    }

    /** The verb that lends its subject to an infinitive: "continued" of "continued to say"; else the verb itself. */
    private static int lender(FieldTokens tokens, int from, int verb) {
        int to = verb - 1;
        while (to > from && tokens.has(to, ADVERB) && !tokens.has(to, DETERMINER)) {
            to--;
        }
        if (to - 1 < from || !tokens.is(to, "to") || !tokens.has(to - 1, WordClass.CATENATIVE)) {
            return verb;
        }
        return tokens.is(to - 1, "on") ? to - 2 : to - 1;
    }

    private static int auxiliary(FieldTokens tokens, int i) {
        return (tokens.has(i, BE) ? BE : 0) | (tokens.has(i, HAVE) ? HAVE : 0) | (tokens.has(i, MODAL) ? MODAL : 0);
    }

    private static boolean isBetween(FieldTokens tokens, int i) {
        if (tokens.tokens().capitalised(i)) {
            return false;
        }
        return tokens.has(i, AUXILIARY) && !tokens.has(i, SUBJECT)
                || tokens.has(i, ADVERB) && (!tokens.has(i, DETERMINER) || tokens.has(i - 1, SUBJECT | AUXILIARY));
    }

    private static Form form(FieldTokens tokens, int from, int start, int verb, int end, int seen) {
        int before = start - 1;
        if (tokens.norm(verb).endsWith("ing")) {
            return progressive(tokens, from, before, seen);
        }
        boolean past = tokens.has(verb, PAST | PARTICIPLE);
        if (past && (seen & BE) != 0) {
            return Form.PASSIVE;
        }
        if (!past && before >= from && tokens.is(before, "to")) {
            return Form.INFINITIVE;
        }
        if ((seen & MODAL) != 0 && isUnreal(tokens, start, verb)) {
            return Form.UNREAL;
        }
        if (seen != 0) {
            return Form.FINITE;
        }
        if (past && tokens.is(verb + 1, "by")) {
            return Form.REDUCED;
        }
        if (before >= from && isNounAfter(tokens, before)) {
            return Form.NONE;
        }
        return past || before < from || agrees(tokens, before, verb, end) ? Form.FINITE : Form.NONE;
    }

    private static boolean isUnreal(FieldTokens tokens, int start, int verb) {
        for (int i = start; i < verb; i++) {
            if (tokens.has(i, WordClass.UNREAL)) {
                return !tokens.has(verb - 1, HAVE);
            }
        }
        return false;
    }

    private static Form progressive(FieldTokens tokens, int from, int before, int seen) {
        if ((seen & BE) != 0) {
            return Form.FINITE;
        }
        boolean noun = before >= from && (tokens.has(before, DETERMINER) || tokens.isPossessive(before));
        return noun ? Form.NONE : Form.PARTICIPLE;
    }

    /** Whether a form of the present can have that subject: "they claim" and "he claims", but not "insurance claim". */
    private static boolean agrees(FieldTokens tokens, int before, int verb, int end) {
        if (tokens.has(before, SUBJECT | RELATIVE)) {
            return true;
        }
        if (English.isFinite(tokens, before)
                || tokens.has(verb, WordClass.NOUN_TOO) && !isFollowedAsVerb(tokens, end)) {
            return false;
        }
        if (tokens.has(before, PARTICIPLE) || !tokens.isWord(before)) {
            return true;
        }
        boolean third = tokens.norm(verb).endsWith("s");
        return tokens.tokens().capitalised(before)
                || isPlural(tokens, before) != third
                || isPlural(tokens, head(tokens, before)) != third;
    }

    /** Whether what follows begins as a complement does; after a noun stands a preposition, a verb or a comma. */
    private static boolean isFollowedAsVerb(FieldTokens tokens, int next) {
        return next >= tokens.tokens().count()
                || tokens.has(next, DETERMINER | CLAUSE | OBJECT | SUBJECT | ING)
                || tokens.isQuote(next)
                || tokens.isNumber(next)
                || tokens.is(next, "to")
                || tokens.is(next, ":")
                || tokens.isBreak(next)
                || tokens.isWord(next)
                        && !English.isFinite(tokens, next)
                        && !tokens.has(next, PREPOSITION | WordClass.STARTER | COORDINATOR);
    }

    /** The noun before a preposition: "voters" of "voters in each state". */
    private static int head(FieldTokens tokens, int last) {
        for (int i = last - 1; i > 0 && last - i < 6 && !tokens.isBreak(i); i--) {
            if (tokens.has(i, PREPOSITION) && tokens.isWord(i - 1)) {
                return i - 1;
            }
        }
        return last;
    }

    private static boolean isPlural(FieldTokens tokens, int i) {
        return tokens.norm(i).endsWith("s") || tokens.has(i, DETERMINER) || PLURALS.contains(tokens.norm(i));
    }

    /** After "the", "of" or "'s" it is a noun or an adjective; "some say" and "this shows" have a subject. */
    private static boolean isNounAfter(FieldTokens tokens, int before) {
        if (tokens.isPossessive(before) || tokens.isHyphen(before)) {
            return true;
        }
        if (tokens.has(before, PREPOSITION)) {
            return !tokens.tokens().capitalised(before);
        }
        return tokens.has(before, DETERMINER)
                && (tokens.has(before, OWNER)
                        || tokens.is(before, "the")
                        || tokens.is(before, "a")
                        || tokens.is(before, "an")
                        || tokens.is(before, "no")
                        || tokens.is(before, "any")
                        || tokens.is(before, "every"));
    }
}
