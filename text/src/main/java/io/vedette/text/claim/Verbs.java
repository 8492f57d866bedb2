package io.vedette.text.claim;

import io.vedette.text.token.WordSet;
import java.util.Set;

/** Tells verbs from nouns, and the active from the passive voice, by form and neighbours. */
final class Verbs {

    private static final Set<String> PAST = WordSet.of(
            "took",
            "seized",
            "shot",
            "hit",
            "struck",
            "fought",
            "met",
            "sent",
            "blew",
            "held",
            "broke",
            "drove",
            "threw",
            "withdrew",
            "fell",
            "fled",
            "won",
            "lost",
            "cut",
            "laid",
            "left",
            "sank",
            "overran",
            "retook",
            "gave",
            "brought",
            "came",
            "went",
            "set",
            "said",
            "told",
            "began",
            "beat",
            "burst",
            "led",
            "made",
            "found",
            "stole",
            "rose",
            "swept",
            "burnt",
            "stood",
            "put",
            "let",
            "built",
            "bought",
            "sold",
            "caught",
            "spoke",
            "dealt",
            "slew",
            "overthrew",
            "forbade",
            "chose",
            "hurt",
            "shook",
            "spent",
            "paid",
            "tore",
            "became",
            "ran",
            "saw",
            "got");

    private static final Set<String> ONLY_PAST = WordSet.of(
            "withdrew",
            "fled",
            "fell",
            "struck",
            "fought",
            "sank",
            "overran",
            "retook",
            "drove",
            "threw",
            "blew",
            "broke",
            "overthrew",
            "forbade",
            "chose",
            "shook",
            "tore",
            "wrested",
            "swept",
            "stole",
            "burst");

    private static final Set<String> PARTICIPLES = WordSet.of(
            "taken",
            "killed",
            "shot",
            "hit",
            "struck",
            "fought",
            "met",
            "sent",
            "blown",
            "held",
            "broken",
            "driven",
            "thrown",
            "withdrawn",
            "won",
            "lost",
            "cut",
            "laid",
            "left",
            "sunk",
            "overrun",
            "retaken",
            "given",
            "brought",
            "set",
            "beaten",
            "led",
            "made",
            "found",
            "stolen",
            "swept",
            "burnt",
            "put",
            "built",
            "bought",
            "sold",
            "caught",
            "dealt",
            "slain",
            "overthrown",
            "forbidden",
            "chosen",
            "hurt",
            "shaken",
            "spent",
            "paid",
            "torn",
            "seen",
            "freed",
            "sworn",
            "hidden",
            "hanged",
            "hung",
            "forced",
            "fed");

    private static final Set<String> BEFORE_A_NOUN = WordSet.of(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "its",
            "their",
            "his",
            "her",
            "our",
            "my",
            "your",
            "of",
            "in",
            "by",
            "with",
            "for",
            "after",
            "during",
            "amid",
            "several",
            "many",
            "some",
            "any",
            "no",
            "new",
            "fresh",
            "deadly",
            "heavy",
            "recent",
            "major",
            "latest",
            "first",
            "second",
            "third",
            "last",
            "such",
            "each",
            "another",
            "more",
            "further",
            "under",
            "into",
            "from",
            "against",
            "on",
            "at",
            "over",
            "following",
            "mass",
            "massive",
            "fierce",
            "joint",
            "alleged",
            "suspected",
            "violent",
            "peaceful",
            "armed",
            "military",
            "large",
            "own");

    private static final Set<String> BEFORE_A_VERB = WordSet.of(
            "to", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did",
            "not", "they", "we", "i", "he", "she", "it", "who", "which", "you", "don't", "didn't", "won't", "cannot",
            "and");

    private static final Set<String> AFTER_A_VERB =
            WordSet.of("the", "a", "an", "its", "their", "his", "her", "all", "some", "several", "more", "at");

    private Verbs() {}

    /** Whether the token is used as a verb, a participle or an infinitive rather than as a noun. */
    static boolean isVerb(FieldTokens tokens, int i, int from) {
        String norm = tokens.norm(i);
        if (isPast(norm) || isParticiple(norm) || English.AUXILIARIES.contains(norm)) {
            return true;
        }
        boolean noun =
                i > from && (tokens.isIn(i - 1, BEFORE_A_NOUN) || tokens.isPossessive(i - 1) || tokens.isNumber(i - 1));
        if (norm.endsWith("ing") && norm.length() > 4) {
            boolean object = tokens.isIn(i + 1, AFTER_A_VERB) || startsName(tokens, i + 1);
            boolean led = i > from
                    && (tokens.isIn(i - 1, English.PREPOSITIONS) || tokens.isIn(i - 1, English.CLAUSE_STARTERS));
            boolean gerund = object && led;
            return gerund || !noun && !tokens.is(i + 1, "of");
        }
        if (noun || i == from) {
            return false;
        }
        return tokens.isIn(i - 1, BEFORE_A_VERB) || tokens.isIn(i + 1, AFTER_A_VERB) || startsName(tokens, i + 1);
    }

    private static boolean startsName(FieldTokens tokens, int i) {
        return i < tokens.tokens().count() && (tokens.actorEnd(i) > 0 || tokens.placeEnd(i) > 0 || tokens.isNumber(i));
    }

    /** Whether it is a past form that is neither regular nor a noun or an adjective: it can only be what a subject did. */
    static boolean isOnlyPast(FieldTokens tokens, int i) {
        return tokens.isIn(i, ONLY_PAST) && !tokens.tokens().capitalised(i);
    }

    static boolean isPast(String norm) {
        return PAST.contains(norm) || norm.length() > 4 && norm.endsWith("ed");
    }

    static boolean isParticiple(String norm) {
        return PARTICIPLES.contains(norm) || norm.length() > 4 && norm.endsWith("ed");
    }

    /** Whether the token continues a group of verbs to the left: "had not yet been captured". */
    static boolean isAuxiliary(FieldTokens tokens, int i) {
        String norm = tokens.norm(i);
        return English.AUXILIARIES.contains(norm)
                || English.BETWEEN.contains(norm)
                || norm.endsWith("n't")
                || English.isAdverb(norm) && !tokens.tokens().capitalised(i);
    }
}
