package io.vedette.text.claim;

import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.token.WordSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who does what to whom, from word order and voice alone: the subject and the object of an active verb, "by X" of a
 * passive one, the owner of a noun ("Russia's attack on Y", "an attack by X on Y"), both sides of "between X and Y".
 * What it can't tell it leaves open.
 */
final class RoleFinder {

    /** How many verbs it goes back to find the subject of "tried to storm and burn". */
    private static final int DEEPEST = 4;

    private static final int NEAR = 6;

    /** How far a verb may stand from another that shares its subject; it keeps time linear in the text. */
    private static final int FAR = 40;

    private static final Set<String> ONTO = WordSet.of(
            "on", "at", "against", "in", "into", "with", "down", "over", "up", "off", "out", "back", "through", "of",
            "away", "to", "toward", "towards", "from");

    /** "fired rockets at X": what stands behind these is hit, not the rockets. */
    private static final Set<String> AIMED = WordSet.of("at", "on", "against", "toward", "towards", "into");

    private static final Set<String> RELATIVE = WordSet.of("who", "which", "that");
    private static final Set<String> OF_TARGETS =
            WordSet.of("on", "against", "at", "targeting", "of", "to", "toward", "into");
    private static final Set<String> BEFORE_PARTICIPLE =
            WordSet.of("after", "before", "by", "while", "when", "for", "since", "without", "in", "from", "of");

    private final FieldTokens tokens;

    RoleFinder(FieldTokens tokens) {
        this.tokens = tokens;
    }

    /** The roles of a trigger in the sentence between two tokens. */
    Roles of(Hit<TriggerRule> hit, int from, int to) {
        return Verbs.isVerb(tokens, hit.anchor(), from) ? ofVerb(hit, from, to) : ofNoun(hit, from, to);
    }

    private Roles ofVerb(Hit<TriggerRule> hit, int from, int to) {
        int verb = hit.anchor();
        int group = groupStart(verb, from);
        boolean by = tokens.is(verb + 1, "by") || tokens.is(verb + 2, "by");
        boolean passive = Verbs.isParticiple(tokens.norm(verb)) && (hasBe(group, verb) || by);
        Chunk subject = subject(verb, group, from, to, 0);
        if (passive) {
            return new Roles(agentAfter(verb + 1, to), subject, false, true);
        }
        boolean aimed = hit.end() > verb + 1
                && hit.end() + 1 < to
                && tokens.isIn(hit.end(), AIMED)
                && !tokens.isIn(hit.end() + 1, English.CALENDAR)
                && tokens.mentions(verb + 1, hit.end()).isEmpty();
        Chunk object = aimed ? Chunk.after(tokens, hit.end() + 1, to) : object(verb + 1, to);
        if (object == null && hit.end() < to && tokens.isIn(hit.end(), ONTO)) {
            object = Chunk.after(tokens, hit.end() + 1, to);
        }
        boolean mutual = tokens.is(verb + 1, "with") && subject != null;
        return new Roles(subject, object, mutual, false);
    }

    private int groupStart(int verb, int from) {
        int i = verb;
        while (i > from && Verbs.isAuxiliary(tokens, i - 1)) {
            i--;
        }
        return i;
    }

    private boolean hasBe(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isIn(i, English.BE)) {
                return true;
            }
        }
        return false;
    }

    /** The subject of a group of verbs, across "to", "and" and "who", and of a participle that stands apart. */
    private @Nullable Chunk subject(int verb, int group, int from, int to, int depth) {
        int previous = group - 1;
        if (previous < from) {
            boolean apart = tokens.norm(verb).endsWith("ing");
            return apart ? mainSubjectAfter(verb, to) : null;
        }
        if (tokens.isIn(previous, RELATIVE)) {
            int end = previous > from && tokens.is(previous - 1, ",") ? previous - 1 : previous;
            return Chunk.before(tokens, from, end);
        }
        boolean joined = tokens.is(previous, "and") || tokens.is(previous, "to") || tokens.is(previous, "then");
        boolean participle = group == verb
                && tokens.norm(verb).endsWith("ing")
                && (tokens.isBreak(previous) || tokens.isIn(previous, BEFORE_PARTICIPLE));
        if (!joined && !participle) {
            return Chunk.before(tokens, from, group);
        }
        if (participle && (tokens.is(previous, "of") || tokens.is(previous, "for"))) {
            Chunk accused = Chunk.before(tokens, from, previous);
            if (accused != null) {
                return accused;
            }
        }
        int governing = verbBefore(previous, from);
        if (governing < 0) {
            return participle ? mainSubjectAfter(verb, to) : joined ? Chunk.before(tokens, from, previous) : null;
        }
        return depth == DEEPEST ? null : subject(governing, groupStart(governing, from), from, to, depth + 1);
    }

    private int verbBefore(int at, int from) {
        for (int i = at - 1; i >= from && at - i < FAR && !tokens.is(i, ";"); i--) {
            if (English.looksFinite(tokens, i) || tokens.classes(i) == 0 && Verbs.isPast(tokens.norm(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "After seizing the town, rebels advanced." */
    private @Nullable Chunk mainSubjectAfter(int verb, int to) {
        for (int i = verb + 1; i < to && i < verb + FAR; i++) {
            if (tokens.is(i, ",")) {
                return Chunk.after(tokens, i + 1, to);
            }
        }
        return null;
    }

    private @Nullable Chunk object(int at, int to) {
        int i = at;
        while (i < to && (tokens.isIn(i, ONTO) || English.isAdverb(tokens.norm(i)))) {
            i++;
        }
        return i < to && i - at <= 2 ? Chunk.after(tokens, i, to) : null;
    }

    /** "by X", near. */
    private @Nullable Chunk agentAfter(int at, int to) {
        for (int i = at; i < to && i < at + 2 * NEAR; i++) {
            if (tokens.is(i, "by")
                    && !tokens.isIn(i + 1, English.CALENDAR)
                    && !tokens.norm(Math.min(i + 1, to - 1)).endsWith("ing")) {
                return Chunk.after(tokens, i + 1, to);
            }
            if (tokens.isBreak(i) || i > at && English.looksFinite(tokens, i)) {
                return null;
            }
        }
        return null;
    }

    private Roles ofNoun(Hit<TriggerRule> hit, int from, int to) {
        int between = hit.end() < to && tokens.is(hit.end(), "between") ? hit.end() : -1;
        if (between > 0) {
            Chunk both = Chunk.after(tokens, between + 1, to);
            return new Roles(both, null, true, false);
        }
        Chunk agent = agentAfter(hit.end(), to);
        if (agent == null) {
            agent = owner(hit.start(), from);
        }
        if (agent == null) {
            agent = subjectOfSupport(hit.start(), from, to);
        }
        return new Roles(agent, targetOfNoun(hit, to), tokens.is(hit.end(), "with"), false);
    }

    /** The owner of a noun: "rebels' attack", "Russia's new attack", "Israeli strikes". */
    private @Nullable Chunk owner(int start, int from) {
        int i = start - 1;
        int steps = 0;
        while (i >= from && steps++ < 4 && tokens.isWord(i) && !isNominal(i) && !English.looksFinite(tokens, i)) {
            if (tokens.isIn(i, English.PREPOSITIONS) || tokens.isIn(i, English.DETERMINERS)) {
                return null;
            }
            i--;
        }
        if (i >= from && tokens.isPossessive(i)) {
            return Chunk.before(tokens, from, i);
        }
        if (i < from || !isNominal(i)) {
            return null;
        }
        int first =
                tokens.actorStart(i) >= 0 ? tokens.actorStart(i) : tokens.placeStart(i) >= 0 ? tokens.placeStart(i) : i;
        return new Chunk(Math.max(from, first), i + 1);
    }

    private boolean isNominal(int i) {
        return tokens.classes(i) != 0 || tokens.actorStart(i) >= 0 || tokens.placeStart(i) >= 0;
    }

    /** "Rebels launched a new attack", "the army carried out strikes". */
    private @Nullable Chunk subjectOfSupport(int start, int from, int to) {
        int i = start - 1;
        while (i >= from && start - i <= NEAR && !tokens.isBreak(i)) {
            if (English.looksFinite(tokens, i)) {
                int group = groupStart(i, from);
                boolean passive = hasBe(group, i) || tokens.isIn(i, English.BE);
                return passive ? null : subject(i, group, from, to, 1);
            }
            i--;
        }
        return null;
    }

    private @Nullable Chunk targetOfNoun(Hit<TriggerRule> hit, int to) {
        for (int i = hit.end(); i < to && i < hit.end() + NEAR && !tokens.isBreak(i); i++) {
            if (tokens.isIn(i, OF_TARGETS)) {
                return Chunk.after(tokens, i + 1, to);
            }
            if (English.looksFinite(tokens, i)) {
                return null;
            }
        }
        return hit.end() < to && tokens.is(hit.end(), "with") ? Chunk.after(tokens, hit.end() + 1, to) : null;
    }
}
