package io.vedette.text.claim;

import io.vedette.text.MentionKind;
import io.vedette.text.claim.CueRule.Position;
import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.claim.PatternIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who says what in a field, sentence by sentence: the words of saying, then the phrase that names the source,
 * then what is said.  Words of saying inside a quotation are the speaker's own business and left alone.
 */
final class AttributionFinder {

    private static final int MOST_PER_SENTENCE = 6;

    private final PatternIndex<CueRule> cues;
    private final FieldTokens tokens;
    private final Quotations quotations;
    private final Speakers speakers;
    private final ContentFinder contents;

    AttributionFinder(PatternIndex<CueRule> cues, FieldTokens tokens, Quotations quotations) {
        this.cues = cues;
        this.tokens = tokens;
        this.quotations = quotations;
        this.speakers = new Speakers(tokens);
        this.contents = new ContentFinder(tokens, quotations);
    }

    /** The attributions of a sentence, in order; sentences are to be asked for in order, for the sake of pronouns. */
    List<Attribution> find(int sentence) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        List<Attribution> found = new ArrayList<>();
        for (Hit<CueRule> hit : withoutOverlaps(cues.hits(tokens, from, to))) {
            if (found.size() < MOST_PER_SENTENCE && !quotations.quoted(hit.start())) {
                Attribution attribution = attribution(hit, sentence, found);
                if (attribution != null) {
                    found.add(attribution);
                }
            }
        }
        return found;
    }

    private static List<Hit<CueRule>> withoutOverlaps(List<Hit<CueRule>> hits) {
        hits.sort(Comparator.<Hit<CueRule>>comparingInt(Hit::start)
                .thenComparing(
                        Comparator.<Hit<CueRule>>comparingInt(Hit::length).reversed()));
        List<Hit<CueRule>> kept = new ArrayList<>();
        int end = -1;
        for (Hit<CueRule> hit : hits) {
            if (hit.start() >= end) {
                kept.add(hit);
                end = hit.end();
            }
        }
        return kept;
    }

    private @Nullable Attribution attribution(Hit<CueRule> hit, int sentence, List<Attribution> before) {
        return switch (hit.rule().position()) {
            case PREP -> preposition(hit, sentence);
            case NOUN -> noun(hit, sentence, before);
            case VERB, THAT -> verb(hit, sentence, before);
        };
    }

    private @Nullable Attribution preposition(Hit<CueRule> hit, int sentence) {
        NounPhrase source = NounPhrase.after(tokens, hit.end(), tokens.tokens().sentenceEnd(sentence));
        if (source == null) {
            return null;
        }
        return build(hit, hit.start(), sentence, source, contents.around(sentence, hit.start(), source.end()));
    }

    private @Nullable Attribution noun(Hit<CueRule> hit, int sentence, List<Attribution> before) {
        boolean owned = tokens.is(hit.end() - 1, "that");
        NounPhrase source = owned
                ? owner(hit.start(), sentence)
                : NounPhrase.after(tokens, hit.end(), tokens.tokens().sentenceEnd(sentence));
        if (source == null || !namesActor(source) || !before.isEmpty()) {
            return null;
        }
        int end = owned ? hit.end() : source.end();
        return build(hit, hit.start(), sentence, source, contents.after(sentence, end));
    }

    private @Nullable NounPhrase owner(int noun, int sentence) {
        return noun > 0 && tokens.isPossessive(noun - 1)
                ? NounPhrase.before(tokens, tokens.tokens().sentenceStart(sentence), noun - 1)
                : null;
    }

    private boolean namesActor(NounPhrase source) {
        for (Place place : tokens.mentions(source.start(), source.end())) {
            if (place.end() <= source.end() && place.mention().kind() == MentionKind.ACTOR) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Attribution verb(Hit<CueRule> hit, int sentence, List<Attribution> before) {
        int from = tokens.tokens().sentenceStart(sentence);
        int cueStart = hit.start();
        boolean be = false;
        while (cueStart > from && isBetween(cueStart - 1)) {
            cueStart--;
            be |= tokens.isIn(cueStart, English.BE);
        }
        boolean progressive = tokens.norm(hit.start()).endsWith("ing");
        if (be && !progressive || tokens.tokens().capitalised(hit.start()) && hit.start() > from) {
            return null;
        }
        if (progressive && !be) {
            return participle(hit, sentence, before);
        }
        Attribution inverted = cueStart == hit.start() ? inverted(hit, sentence) : null;
        return inverted != null ? inverted : plain(hit, cueStart, sentence);
    }

    private boolean isBetween(int i) {
        return tokens.isIn(i, English.BETWEEN)
                || English.isAdverb(tokens.norm(i)) && !tokens.tokens().capitalised(i);
    }

    /** "..., adding that ...": whoever spoke before in the sentence, else its subject. */
    private @Nullable Attribution participle(Hit<CueRule> hit, int sentence, List<Attribution> before) {
        int from = tokens.tokens().sentenceStart(sentence);
        int previous = hit.start() - 1;
        if (previous < from || !tokens.isBreak(previous) && !tokens.isQuote(previous)) {
            return null;
        }
        NounPhrase source = before.isEmpty()
                ? NounPhrase.after(tokens, from, previous)
                : before.get(before.size() - 1).source();
        if (source == null) {
            return null;
        }
        return build(hit, hit.start(), sentence, source, contents.after(sentence, hit.end()));
    }

    /** "..., said X". */
    private @Nullable Attribution inverted(Hit<CueRule> hit, int sentence) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        int previous = hit.start() - 1;
        if (previous < from || !tokens.is(previous, ",") && !tokens.isQuote(previous)) {
            return null;
        }
        NounPhrase source = NounPhrase.after(tokens, hit.end(), to);
        if (source == null || source.end() < to && English.looksFinite(tokens, source.end())) {
            return null;
        }
        boolean afterQuote = tokens.isQuote(previous) || tokens.isQuote(Math.max(from, previous - 1));
        boolean apposition = NounPhrase.before(tokens, from, hit.start()) != null;
        if (apposition && !afterQuote && !endsSoon(source.end(), to)) {
            return null;
        }
        return build(hit, hit.start(), sentence, source, contents.before(sentence, previous, source.end()));
    }

    private boolean endsSoon(int at, int to) {
        return at >= to || tokens.isBreak(at) || tokens.isIn(at, English.CALENDAR) || tokens.is(at, "on");
    }

    /** "X said ...", and "..., X said". */
    private @Nullable Attribution plain(Hit<CueRule> hit, int cueStart, int sentence) {
        int from = tokens.tokens().sentenceStart(sentence);
        int end = withoutDay(cueStart, from);
        if (end <= from || isNounBefore(end - 1)) {
            return null;
        }
        NounPhrase source = NounPhrase.before(tokens, from, end);
        if (source == null) {
            return null;
        }
        int before = source.start() - 1;
        boolean behind = before - from >= 2
                && (tokens.is(before, ",") || tokens.isQuote(before))
                && contents.endsAt(hit.end(), sentence);
        if (behind) {
            return build(hit, cueStart, sentence, source, contents.before(sentence, before, hit.end()));
        }
        if (hit.rule().position() == Position.THAT && !contents.isClause(hit.end(), sentence)) {
            return null;
        }
        return build(hit, cueStart, sentence, source, contents.after(sentence, hit.end()));
    }

    private int withoutDay(int end, int from) {
        int i = end;
        if (i > from && tokens.isIn(i - 1, English.CALENDAR)) {
            i--;
            if (i > from && tokens.is(i - 1, "on")) {
                i--;
            }
        }
        return i;
    }

    /** After "the", "of" or "to" it is a noun or an infinitive, not a verb with a subject. */
    private boolean isNounBefore(int i) {
        return tokens.isIn(i, English.PREPOSITIONS)
                || tokens.isPossessive(i)
                || tokens.isIn(i, English.DETERMINERS) && !tokens.is(i, "many") && !tokens.is(i, "some");
    }

    private @Nullable Attribution build(
            Hit<CueRule> hit, int cueStart, int sentence, NounPhrase source, @Nullable TokenSpan content) {
        if (content == null || content.end() <= content.start()) {
            return null;
        }
        return new Attribution(
                hit.rule(),
                sentence,
                cueStart,
                hit.end(),
                source,
                content.start(),
                content.end(),
                speakers.resolve(source));
    }
}
