package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.ADVERB;
import static io.vedette.text.claim.WordClass.BE;
import static io.vedette.text.claim.WordClass.LINKING;
import static io.vedette.text.claim.WordClass.RELATIVE;

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

    private static final int MOST_PER_SENTENCE = 10;

    private static final Comparator<Hit<CueRule>> ORDER = Comparator.<Hit<CueRule>>comparingInt(Hit::start)
            .thenComparingInt(hit -> hit.rule().position() == CueRule.Position.NOUN ? 1 : 0)
            .thenComparingInt(hit -> -hit.length());

    private final PatternIndex<CueRule> cues;
    private final FieldTokens tokens;
    private final Quotations quotations;
    private final Complements complements;
    private final Speakers speakers;
    private final ContentFinder contents;
    private final VerbCues verbs;
    private final NounCues nouns;

    AttributionFinder(PatternIndex<CueRule> cues, FieldTokens tokens, Quotations quotations) {
        this.cues = cues;
        this.tokens = tokens;
        this.quotations = quotations;
        this.complements = new Complements(tokens, quotations);
        this.speakers = new Speakers(tokens);
        this.contents = new ContentFinder(tokens, quotations);
        Subjects subjects = new Subjects(tokens, quotations);
        this.verbs = new VerbCues(tokens, quotations, complements, contents, subjects);
        this.nouns = new NounCues(tokens, complements, contents, subjects);
    }

    /** The attributions of a sentence, in order; sentences are to be asked for in order, for the sake of pronouns. */
    List<Attribution> find(int sentence) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        List<Hit<CueRule>> hits = cues.hits(tokens, from, to);
        if (hits.isEmpty()) {
            return List.of();
        }
        Sentence here = new Sentence(sentence, from, to, new ArrayList<>());
        for (Hit<CueRule> hit : longestFirst(hits)) {
            boolean free = here.found().isEmpty()
                    || here.found().get(here.found().size() - 1).cueEnd() <= hit.start();
            if (free && here.found().size() < MOST_PER_SENTENCE && !quotations.quoted(hit.start())) {
                Said said = said(hit, here);
                if (said != null) {
                    here.found().add(attribution(hit.rule(), said, sentence));
                }
            }
        }
        return Nesting.resolve(here.found(), tokens);
    }

    /** By place; verbs before nouns, for a verb tells by its form that it is none; then the longest. */
    private static List<Hit<CueRule>> longestFirst(List<Hit<CueRule>> hits) {
        if (hits.size() > 1) {
            hits.sort(ORDER);
        }
        return hits;
    }

    private @Nullable Said said(Hit<CueRule> hit, Sentence here) {
        return switch (hit.rule().position()) {
            case VERB -> verbs.find(hit, here);
            case ADJECTIVE -> adjective(hit, here);
            case NOUN -> nouns.find(hit, here);
            case PREP -> preposition(hit, here);
            case LABEL -> label(hit, here);
            case NOBODY -> nobody(hit, here);
        };
    }

    private Attribution attribution(CueRule rule, Said said, int sentence) {
        return new Attribution(
                rule,
                sentence,
                said.cueStart(),
                said.cueEnd(),
                said.source(),
                said.content().start(),
                said.content().end(),
                said.shared(),
                said.source() == null ? null : speakers.resolve(said.source()));
    }

    /** "is confident that", "remains critical of". */
    private @Nullable Said adjective(Hit<CueRule> hit, Sentence here) {
        int joint = hit.start() - 1;
        while (joint > here.from() && tokens.has(joint, ADVERB)) {
            joint--;
        }
        boolean joined = joint > here.from() && tokens.has(joint, BE | LINKING);
        return joined
                ? verbs.finite(
                        hit, VerbGroup.of(tokens, here.from(), joint, joint + 1).start(), here)
                : null;
    }

    private @Nullable Said preposition(Hit<CueRule> hit, Sentence here) {
        NounPhrase source = NounPhrase.after(tokens, hit.end(), here.to());
        return source == null
                ? null
                : Said.of(hit.start(), hit.end(), source, contents.around(here.sentence(), hit.start(), source.end()));
    }

    /** "Ivan Fedorov: It rained." */
    private @Nullable Said label(Hit<CueRule> hit, Sentence here) {
        int length = hit.start() - here.from();
        if (length == 0 || length > 6 || hit.end() >= here.to()) {
            return null;
        }
        boolean quote = quotations.start(hit.end()) == hit.end();
        for (int i = here.from(); i < hit.start(); i++) {
            boolean name = tokens.isWord(i) && (tokens.tokens().capitalised(i) || quote) || tokens.is(i, ".");
            if (!name || English.isFinite(tokens, i)) {
                return null;
            }
        }
        boolean actor = tokens.actorEnd(here.from()) > 0;
        NounPhrase source = new NounPhrase(here.from(), hit.start());
        return actor || quote
                ? Said.of(hit.start(), hit.end(), source, contents.after(here.sentence(), hit.end()))
                : null;
    }

    private @Nullable Said nobody(Hit<CueRule> hit, Sentence here) {
        int takes = hit.rule().takes();
        if (takes != 0 && (complements.at(hit.end(), here.to()) & takes) == 0) {
            return null;
        }
        return Said.of(hit.start(), hit.end(), null, contents.clauseOf(here, hit.start(), hit.end()));
    }

    /** A sentence and what was found in it so far. */
    record Sentence(int sentence, int from, int to, List<Attribution> found) {

        /** Who spoke last in the sentence, as the subject of a verb; null if nobody. */
        @Nullable
        NounPhrase lastSource(FieldTokens tokens, boolean relativeToo) {
            for (int i = found.size() - 1; i >= 0; i--) {
                Attribution attribution = found.get(i);
                NounPhrase source = attribution.source();
                boolean subject = attribution.rule().position() != CueRule.Position.NOUN;
                if (source != null && subject && (relativeToo || !tokens.has(source.start(), RELATIVE))) {
                    return source;
                }
            }
            return null;
        }
    }

    /** The parts of an attribution, in tokens. */
    record Said(int cueStart, int cueEnd, @Nullable NounPhrase source, TokenSpan content, boolean shared) {

        /** Null where there is no content. */
        static @Nullable Said of(int cueStart, int cueEnd, @Nullable NounPhrase source, @Nullable TokenSpan content) {
            return content == null || content.end() <= content.start()
                    ? null
                    : new Said(cueStart, cueEnd, source, content, false);
        }

        /** The same of a verb that has its subject from another verb. */
        Said withSharedSource() {
            return new Said(cueStart, cueEnd, source, content, true);
        }
    }
}
