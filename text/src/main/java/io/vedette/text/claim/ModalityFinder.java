package io.vedette.text.claim;

import io.vedette.text.Modality;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.token.WordSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how an event is put: words near its trigger first, then the words of saying. */
final class ModalityFinder {

    private static final Set<String> CLAUSE_BREAKS =
            WordSet.of(",", ";", ":", "but", "although", "though", "while", "which");

    private final FieldTokens tokens;
    private final List<Hit<ModalityRule>> hits;

    ModalityFinder(PatternIndex<ModalityRule> rules, FieldTokens tokens, int from, int to) {
        this.tokens = tokens;
        this.hits = rules.hits(tokens, from, to);
    }

    /** How an event is put, and the pattern that says so; null where what held otherwise holds. */
    record Put(Modality modality, @Nullable String by) {}

    /**
     * How the event is put.
     *
     * @param start the trigger's first token
     * @param end one past its last
     * @param within the content that the trigger stands in, or the sentence: words outside it say nothing about it
     * @param otherwise what holds if no words say anything
     */
    Put of(int start, int end, TokenSpan within, Modality otherwise) {
        Modality found = otherwise;
        String by = null;
        for (int i = 0; i < hits.size(); i++) {
            Hit<ModalityRule> hit = hits.get(i);
            boolean inside = hit.start() >= within.start() && hit.end() <= within.end();
            if (inside && strength(hit.rule().modality()) > strength(found) && reaches(hit, start, end)) {
                found = hit.rule().modality();
                by = hit.rule().pattern();
            }
        }
        return new Put(found, by);
    }

    private boolean reaches(Hit<ModalityRule> hit, int start, int end) {
        ModalityRule rule = hit.rule();
        if (hit.end() <= start && rule.side() != ModalityRule.Side.AFTER) {
            return start - hit.end() <= rule.reach() && oneClause(rule, hit.end(), start);
        }
        return hit.start() >= end
                && rule.side() != ModalityRule.Side.BEFORE
                && hit.start() - end <= rule.reach()
                && oneClause(rule, end, hit.start());
    }

    private boolean oneClause(ModalityRule rule, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean comma = tokens.is(i, ",") && rule.modality() == Modality.CONDITIONAL;
            if (tokens.isIn(i, CLAUSE_BREAKS) && !comma) {
                return false;
            }
        }
        return true;
    }

    private static int strength(Modality modality) {
        return switch (modality) {
            case ASSERTED -> 0;
            case FUTURE -> 1;
            case POSSIBLE -> 2;
            case DENIED -> 3;
            case CONDITIONAL -> 4;
        };
    }
}
