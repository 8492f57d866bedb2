package io.vedette.text.claim;

import io.vedette.text.token.WordSet;
import java.util.Set;

/** Closed classes of English words, by which the edges of phrases and clauses are told without a parser. */
final class English {

    static final Set<String> AUXILIARIES = WordSet.of(
            "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "will", "would",
            "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did");

    static final Set<String> BE = WordSet.of("is", "are", "was", "were", "be", "been", "being", "am");

    /** What may stand between a subject and its verb, beside adverbs in -ly. */
    static final Set<String> BETWEEN = WordSet.of(
            "also", "later", "then", "earlier", "again", "still", "now", "just", "however", "even", "once", "further",
            "often", "never", "not", "already", "have", "has", "had", "is", "are", "was", "were", "been", "will",
            "would", "did", "do", "does", "both", "always", "since");

    static final Set<String> PRONOUNS = WordSet.of("he", "she", "they", "it", "we", "i", "who", "you");

    static final Set<String> DETERMINERS = WordSet.of(
            "the", "a", "an", "his", "her", "its", "their", "our", "this", "these", "those", "some", "many", "several",
            "one", "two", "another", "other", "both", "most", "few", "all", "any", "no", "each");

    static final Set<String> PREPOSITIONS = WordSet.of(
            "of",
            "for",
            "from",
            "in",
            "at",
            "on",
            "with",
            "by",
            "to",
            "into",
            "against",
            "about",
            "over",
            "under",
            "between",
            "across",
            "during",
            "near",
            "within",
            "without",
            "through",
            "towards",
            "toward",
            "amid",
            "despite",
            "regarding",
            "concerning");

    /** Words that begin a clause, and so end the phrase before them. */
    static final Set<String> CLAUSE_STARTERS = WordSet.of(
            "that",
            "but",
            "or",
            "if",
            "when",
            "while",
            "as",
            "because",
            "after",
            "before",
            "until",
            "where",
            "which",
            "although",
            "though",
            "whether",
            "than",
            "so",
            "how",
            "why",
            "what",
            "since",
            "unless",
            "whom",
            "whose",
            "there",
            "nor",
            "yet",
            "hence",
            "like");

    static final Set<String> CALENDAR = WordSet.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight",
            "tomorrow",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> VERBS = WordSet.of(
            "came",
            "went",
            "made",
            "took",
            "got",
            "gave",
            "left",
            "began",
            "led",
            "held",
            "ran",
            "saw",
            "found",
            "met",
            "fell",
            "lost",
            "won",
            "told",
            "said",
            "says",
            "wrote",
            "spoke",
            "became",
            "kept",
            "let",
            "set",
            "sent",
            "brought",
            "refrained",
            "stood",
            "meant",
            "sat",
            "makes",
            "takes",
            "wants",
            "includes");

    private English() {}

    static boolean isAdverb(String norm) {
        return norm.length() > 4 && norm.endsWith("ly") && !norm.equals("family") && !norm.equals("ally");
    }

    /** Whether a word is a verb with a subject, or its auxiliary; "Will" and "the armed forces" are none. */
    static boolean isFinite(FieldTokens tokens, int i) {
        if (!tokens.has(i, WordClass.FINITE) || tokens.tokens().capitalised(i) && !tokens.isSentenceStart(i)) {
            return false;
        }
        return !tokens.has(i, WordClass.PAST) || !tokens.has(i, WordClass.PARTICIPLE) || !isModifier(tokens, i);
    }

    /** "the armed forces", "Moscow-backed officials", "a plan backed by Moscow". */
    private static boolean isModifier(FieldTokens tokens, int i) {
        boolean before = i > 0
                && (tokens.isHyphen(i - 1)
                        || tokens.has(i - 1, WordClass.DETERMINER | WordClass.PREPOSITION)
                        || tokens.isPossessive(i - 1));
        return before || tokens.is(i + 1, "by");
    }

    /** Whether the token looks like a finite verb: an auxiliary, a common past form, or a lower-case word in -ed. */
    static boolean looksFinite(FieldTokens tokens, int i) {
        String norm = tokens.norm(i);
        if (AUXILIARIES.contains(norm) || VERBS.contains(norm)) {
            return !tokens.tokens().capitalised(i) || tokens.is(i, "is");
        }
        return norm.length() > 4 && norm.endsWith("ed") && !tokens.tokens().capitalised(i) && !isAttributive(tokens, i);
    }

    /** "the armed forces", "Moscow-backed officials". */
    private static boolean isAttributive(FieldTokens tokens, int i) {
        return i > 0
                && (tokens.isHyphen(i - 1)
                        || tokens.isIn(i - 1, DETERMINERS)
                        || tokens.isIn(i - 1, PREPOSITIONS)
                        || tokens.isPossessive(i - 1));
    }
}
