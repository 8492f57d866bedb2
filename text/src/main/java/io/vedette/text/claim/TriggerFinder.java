package io.vedette.text.claim;

import io.vedette.text.claim.PatternIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the words that report events.  Of overlapping matches the longest wins, then the most confident, then the
 * earlier rule; weak rules count only where no other does; at most three events are taken from a sentence.
 */
final class TriggerFinder {

    private static final int MOST_PER_SENTENCE = 3;

    private static final Comparator<Hit<TriggerRule>> BEST_FIRST = Comparator.<Hit<TriggerRule>>comparingInt(
                    hit -> hit.rule().subtype() == null ? 0 : 1)
            .thenComparingInt(hit -> -hit.length())
            .thenComparingDouble(hit -> -hit.rule().confidence())
            .thenComparingInt(hit -> hit.rule().line());

    private final PatternIndex<TriggerRule> triggers;
    private final FieldTokens tokens;

    TriggerFinder(PatternIndex<TriggerRule> triggers, FieldTokens tokens) {
        this.triggers = triggers;
        this.tokens = tokens;
    }

    /**
     * The triggers of a sentence, in order.
     *
     * @param taken the attributions whose cue and source words report no event
     */
    List<Hit<TriggerRule>> find(int from, int to, List<Attribution> taken) {
        List<Hit<TriggerRule>> hits = triggers.hits(tokens, from, to);
        hits.removeIf(hit -> !hasWhatItNeeds(hit.rule(), from, to) || isTaken(hit, taken));
        hits.sort(BEST_FIRST);
        List<Hit<TriggerRule>> kept = withoutOverlaps(hits);
        kept.removeIf(hit -> hit.rule().subtype() == null);
        if (kept.stream().anyMatch(hit -> !hit.rule().weak())) {
            kept.removeIf(hit -> hit.rule().weak());
        }
        kept.sort(Comparator.comparingDouble(hit -> -hit.rule().confidence()));
        List<Hit<TriggerRule>> best = new ArrayList<>(kept.subList(0, Math.min(MOST_PER_SENTENCE, kept.size())));
        best.sort(Comparator.comparingInt(Hit::start));
        return best;
    }

    private boolean hasWhatItNeeds(TriggerRule rule, int from, int to) {
        boolean actor = !rule.needsActor();
        boolean place = !rule.needsPlace();
        for (int i = from; i < to && !(actor && place); i++) {
            actor |= tokens.actorEnd(i) > 0;
            place |= tokens.placeEnd(i) > 0;
        }
        return actor && place;
    }

    private static boolean isTaken(Hit<TriggerRule> hit, List<Attribution> taken) {
        for (Attribution attribution : taken) {
            NounPhrase source = attribution.source();
            if (hit.overlaps(attribution.cueStart(), attribution.cueEnd())
                    || hit.overlaps(source.start(), source.end())) {
                return true;
            }
        }
        return false;
    }

    private static List<Hit<TriggerRule>> withoutOverlaps(List<Hit<TriggerRule>> hits) {
        List<Hit<TriggerRule>> kept = new ArrayList<>();
        for (Hit<TriggerRule> hit : hits) {
            if (kept.size() < 12 && isFree(hit, kept)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    /** No word shared, and no event reported twice. */
    private static boolean isFree(Hit<TriggerRule> hit, List<Hit<TriggerRule>> kept) {
        for (Hit<TriggerRule> other : kept) {
            boolean same = other.rule().subtype() != null
                    && other.rule().subtype() == hit.rule().subtype();
            if (same || other.overlaps(hit.start(), hit.end())) {
                return false;
            }
        }
        return true;
    }
}
