package io.vedette.text.claim;

import io.vedette.text.ClaimType;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.token.WordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that report events.  Words that only look like an event go first; of overlapping matches the most
 * confident wins, then the longest, then the earlier rule; weak rules count only where no other does; at most four
 * events are taken from a sentence.
 */
final class TriggerFinder {

    private static final int MOST_PER_SENTENCE = 4;
    private static final int MOST_COMPARED = 16;

    /** From here on words such as "peace talks" need nobody who holds them. */
    private static final double SURE = 0.7;

    private static final Comparator<Hit<TriggerRule>> BEST_FIRST = Comparator.<Hit<TriggerRule>>comparingInt(
                    hit -> hit.rule().subtype() == null ? 0 : 1)
            .thenComparingDouble(hit -> -hit.rule().confidence())
            .thenComparingInt(hit -> -hit.length())
            .thenComparingInt(hit -> hit.rule().line());

    /** Words after which a sentence tells what else happened, not what it is about. */
    private static final Set<String> SUBORDINATORS = WordSet.of(
            "after",
            "when",
            "as",
            "while",
            "following",
            "amid",
            "because",
            "since",
            "during",
            "before",
            "despite",
            "although",
            "though",
            "where",
            "who",
            "which",
            "whose",
            "ahead",
            "until",
            "amidst",
            "whom",
            "accused",
            "over");

    /** What anybody may do: promise, refuse, meet.  It is an event where states, forces, groups or their people do it. */
    private static final Set<ClaimType> SOFT = EnumSet.of(
            ClaimType.DEMAND,
            ClaimType.THREAT,
            ClaimType.AGREEMENT_SUPPORT,
            ClaimType.DENIAL,
            ClaimType.ACCUSATION,
            ClaimType.NEGOTIATION,
            ClaimType.ASSESSMENT);

    private static final Set<String> CLAUSE_ENDS = WordSet.of(";", "but", "while", "although", "though", "after");

    private final PatternIndex<TriggerRule> triggers;
    private final FieldTokens tokens;
    private final RoleFinder roles;

    private final Topics.OfField topics;

    /** The classes of actors whose words count. */
    private final int political;

    /** Of the sentence that is looked at. */
    private boolean hasActor;

    private boolean hasPlace;
    private boolean hasPolitical;

    TriggerFinder(PatternIndex<TriggerRule> triggers, Topics topics, int political, FieldTokens tokens) {
        this.triggers = triggers;
        this.political = political;
        this.tokens = tokens;
        this.roles = new RoleFinder(tokens);
        this.topics = topics.of(tokens);
    }

    /**
     * The events of a sentence, in order.
     *
     * @param taken the attributions whose cue and source words report no event
     */
    List<Event> find(int from, int to, List<Attribution> taken) {
        List<Hit<TriggerRule>> hits = triggers.hits(tokens, from, to);
        if (hits.isEmpty()) {
            return List.of();
        }
        double least = topics.leastInSentence(from, to);
        boolean running = isRunningText(from, to);
        lookAround(from, to);
        hits.removeIf(hit -> hit.rule().subtype() != null
                && (hit.rule().confidence() < least
                        || isAttributive(hit)
                        || running && isName(hit, from)
                        || hit.rule().verb() && !Verbs.isVerb(tokens, hit.anchor(), from)
                        || isTaken(hit, taken)
                        || !hasWhatItNeeds(hit.rule())));
        hits.sort(BEST_FIRST);
        List<Event> kept = withoutOverlaps(hits, from, to);
        dropWeak(kept);
        List<Event> best = kept.size() > MOST_PER_SENTENCE ? new ArrayList<>(kept.subList(0, MOST_PER_SENTENCE)) : kept;
        best.sort(Comparator.comparingInt(event -> event.hit().start()));
        return inContext(best, from, to, taken);
    }

    /** Whether capital letters mean something in the sentence, as they don't in a headline or in upper case. */
    private boolean isRunningText(int from, int to) {
        int words = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i)) {
                words++;
                capitals += tokens.tokens().capitalised(i) ? 1 : 0;
            }
        }
        return capitals * 2 < words;
    }

    /** "Merrill Lynch", "the March figures": a capital within a sentence. */
    private boolean isName(Hit<TriggerRule> hit, int from) {
        int at = hit.anchor();
        return at > from && tokens.tokens().capitalised(at) && !tokens.isQuote(at - 1) && !tokens.isBreak(at - 1);
    }

    /** "the rebel-held town", "UN-brokered": what somebody is, not what happened. */
    private boolean isAttributive(Hit<TriggerRule> hit) {
        int at = hit.start();
        return at == hit.anchor() && at > 0 && tokens.isHyphen(at - 1) && Verbs.isParticiple(tokens.norm(at));
    }

    /** What is asked of a sentence by many rules, found once. */
    private void lookAround(int from, int to) {
        hasActor = false;
        hasPlace = false;
        int classes = 0;
        for (int i = from; i < to; i++) {
            hasActor |= tokens.actorEnd(i) > 0;
            hasPlace |= tokens.placeEnd(i) > 0;
            classes |= tokens.classes(i);
        }
        hasPolitical = (classes & political) != 0;
    }

    private boolean hasWhatItNeeds(TriggerRule rule) {
        return (hasActor || !rule.needsActor()) && (hasPlace || !rule.needsPlace());
    }

    private static boolean isTaken(Hit<TriggerRule> hit, List<Attribution> taken) {
        for (int i = 0; i < taken.size(); i++) {
            Attribution attribution = taken.get(i);
            NounPhrase source = attribution.source();
            boolean sameWords = hit.overlaps(attribution.cueStart(), attribution.cueEnd());
            if (sameWords && hit.rule().confidence() <= attribution.rule().confidence()
                    || source != null
                            && attribution.rule().isPlainSpeech()
                            && hit.overlaps(source.start(), source.end())) {
                return true;
            }
        }
        return false;
    }

    private List<Event> withoutOverlaps(List<Hit<TriggerRule>> hits, int from, int to) {
        List<Hit<TriggerRule>> blocks = new ArrayList<>(0);
        List<Event> kept = new ArrayList<>(4);
        for (int i = 0; i < hits.size() && kept.size() < MOST_COMPARED; i++) {
            Hit<TriggerRule> hit = hits.get(i);
            if (hit.rule().subtype() == null) {
                blocks.add(hit);
            } else if (isFree(hit, blocks, kept)) {
                Event event = event(hit, from, to);
                if (event != null) {
                    kept.add(event);
                }
            }
        }
        return kept;
    }

    /** The event, with its roles if they decide whether it is one; null where the rule asks for others. */
    private @Nullable Event event(Hit<TriggerRule> hit, int from, int to) {
        boolean soft = isSoft(hit.rule());
        if (!soft && !hit.rule().needsRoles()) {
            return new Event(hit, Roles.UNKNOWN, null, -1, false);
        }
        Roles found = roles.of(hit, from, to);
        boolean allowed = hit.rule().allows(found, tokens) && (!soft || isPolitical(found));
        return allowed ? new Event(hit, found, null, -1, false) : null;
    }

    private static boolean isSoft(TriggerRule rule) {
        ClaimType type = typeOf(rule);
        boolean sure = type == ClaimType.NEGOTIATION && rule.confidence() >= SURE;
        return type != null && SOFT.contains(type) && !sure;
    }

    /** Whether those who do it are of a class that matters; where nobody is told, whether anybody in the sentence is. */
    private boolean isPolitical(Roles found) {
        Chunk agent = found.agent();
        boolean told =
                agent != null && !(agent.end() - agent.start() == 1 && tokens.isIn(agent.start(), English.PRONOUNS));
        if (agent != null && told) {
            Chunk target = found.target();
            return ((agent.classes(tokens) | (target == null ? 0 : target.classes(tokens))) & political) != 0;
        }
        return hasPolitical;
    }

    /** No word shared, and no event reported twice. */
    private static boolean isFree(Hit<TriggerRule> hit, List<Hit<TriggerRule>> blocks, List<Event> kept) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).overlaps(hit.start(), hit.end())) {
                return false;
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            Hit<TriggerRule> other = kept.get(i).hit();
            if (other.rule().subtype() == hit.rule().subtype() || other.overlaps(hit.start(), hit.end())) {
                return false;
            }
        }
        return true;
    }

    private static void dropWeak(List<Event> events) {
        boolean strong = false;
        for (int i = 0; i < events.size(); i++) {
            strong |= !events.get(i).rule().weak();
        }
        if (strong) {
            events.removeIf(event -> event.rule().weak());
        }
    }

    private List<Event> inContext(List<Event> events, int from, int to, List<Attribution> taken) {
        List<Event> found = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            int start = event.hit().start();
            ClaimType governor = governor(start, events, i, taken);
            boolean passing = isSubordinate(start, from) || isAdjunct(event.hit(), from);
            Roles who = event.roles() == Roles.UNKNOWN ? roles.of(event.hit(), from, to) : event.roles();
            found.add(new Event(event.hit(), who, governor, cueOf(event.hit(), taken), passing));
        }
        return found;
    }

    private static int cueOf(Hit<TriggerRule> hit, List<Attribution> taken) {
        for (int i = 0; i < taken.size(); i++) {
            if (hit.overlaps(taken.get(i).cueStart(), taken.get(i).cueEnd())) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable ClaimType typeOf(TriggerRule rule) {
        return rule.subtype() == null ? null : rule.subtype().type();
    }

    /** The type of the act before it, in the same clause, that has it as its object. */
    private @Nullable ClaimType governor(int start, List<Event> events, int before, List<Attribution> said) {
        for (int i = 0; i < before; i++) {
            Hit<TriggerRule> act = events.get(i).hit();
            if (act.rule().act() && sameClause(act.end(), start)) {
                return typeOf(act.rule());
            }
        }
        for (int i = 0; i < said.size(); i++) {
            Attribution attribution = said.get(i);
            boolean inside = start >= attribution.contentStart() && start < attribution.contentEnd();
            if (inside && attribution.rule().isAct()) {
                return attribution.rule().subtype().type();
            }
        }
        return null;
    }

    private boolean sameClause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isIn(i, CLAUSE_ENDS)
                    || tokens.is(i, ",") && (tokens.is(i + 1, "and") || tokens.is(i + 1, "but"))) {
                return false;
            }
        }
        return true;
    }

    /** "..., killing ten", "to demand reforms", and acts that are only named: "the demand for reforms". */
    private boolean isAdjunct(Hit<TriggerRule> hit, int from) {
        int at = hit.anchor();
        if (at == from) {
            return false;
        }
        boolean participle = tokens.norm(at).endsWith("ing")
                && !tokens.isIn(at - 1, English.BE)
                && !Verbs.isAuxiliary(tokens, at - 1);
        return participle || tokens.is(at - 1, "to") || hit.rule().act() && !Verbs.isVerb(tokens, at, from);
    }

    private boolean isSubordinate(int start, int from) {
        boolean subordinate = false;
        for (int i = from; i < start; i++) {
            if (tokens.isIn(i, SUBORDINATORS)) {
                subordinate = true;
            } else if (tokens.is(i, ",") || tokens.is(i, ";")) {
                subordinate = false;
            }
        }
        return subordinate;
    }
}
