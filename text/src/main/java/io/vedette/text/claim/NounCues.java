package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.DETERMINER;
import static io.vedette.text.claim.WordClass.OWNER;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.STARTER;

import io.vedette.text.claim.AttributionFinder.Said;
import io.vedette.text.claim.AttributionFinder.Sentence;
import io.vedette.text.claim.PatternIndex.Hit;
import org.jspecify.annotations.Nullable;

/** Finds source and content of a noun of saying: "X's claim that", "a statement by X that", "her support for". */
final class NounCues {

    private static final int MOST_ADJECTIVES = 4;

    private final FieldTokens tokens;
    private final Complements complements;
    private final ContentFinder contents;
    private final Subjects subjects;

    NounCues(FieldTokens tokens, Complements complements, ContentFinder contents, Subjects subjects) {
        this.tokens = tokens;
        this.complements = complements;
        this.contents = contents;
        this.subjects = subjects;
    }

    @Nullable
    Said find(Hit<CueRule> hit, Sentence here) {
        int last = hit.end() - 1;
        if (tokens.is(last, "by") || tokens.is(last, "from")) {
            NounPhrase source = NounPhrase.after(tokens, hit.end(), here.to());
            return source == null
                    ? null
                    : Said.of(hit.start(), hit.end(), source, contents.after(here.sentence(), source.end()));
        }
        int takes = hit.rule().takes();
        if (takes != 0 && (complements.at(hit.end(), here.to()) & takes) == 0) {
            return null;
        }
        NounPhrase source = owner(hit.start(), here.from());
        boolean owned = source != null;
        return owned || hit.rule().passive()
                ? Said.of(hit.start(), hit.end(), source, contents.after(here.sentence(), hit.end()))
                : null;
    }

    /** Whose it is: "NATO's repeated claim", "his claim". */
    private @Nullable NounPhrase owner(int noun, int from) {
        for (int i = noun - 1; i >= from && noun - i <= MOST_ADJECTIVES; i--) {
            if (tokens.isPossessive(i)) {
                return subjects.phrase(from, i);
            }
            if (tokens.has(i, OWNER)) {
                return new NounPhrase(i, i + 1);
            }
            if (tokens.isBreak(i) || tokens.has(i, DETERMINER | PREPOSITION | STARTER)) {
                return null;
            }
        }
        return null;
    }
}
