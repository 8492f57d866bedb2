package io.vedette.text.claim;

import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.token.WordSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whom the words of a source stand for, and remembers who spoke last.  One per field, used in order. */
final class Speakers {

    private static final Set<String> OF_ONE = WordSet.of("he", "she", "who", "i");
    private static final Set<String> OF_BODIES = WordSet.of("it", "they", "we");
    private static final int FARTHEST = 60;
    private static final int FARTHEST_NOUN = 200;

    private final FieldTokens tokens;
    private @Nullable Place person;
    private @Nullable Place body;

    Speakers(FieldTokens tokens) {
        this.tokens = tokens;
    }

    /** The index of the mention that a source stands for; null where unknown. */
    @Nullable
    Integer resolve(NounPhrase source) {
        Place found = named(source);
        if (found == null && source.end() - source.start() == 1) {
            found = byPronoun(source.start());
        } else if (found == null && tokens.is(source.start(), "the")) {
            found = byNoun(source);
        }
        if (found == null) {
            return null;
        }
        if (found.mention().type() == MentionType.PERSON) {
            person = found;
        } else {
            body = found;
        }
        return found.index();
    }

    /** The person named in the words, unless only as somebody's owner; else the longest other actor. */
    private @Nullable Place named(NounPhrase source) {
        Place best = null;
        for (Place place : tokens.mentions(source.start(), source.end())) {
            boolean inside = place.end() <= source.end();
            if (inside && place.mention().kind() == MentionKind.ACTOR && isBetter(place, best)) {
                best = place;
            }
        }
        return best;
    }

    private boolean isBetter(Place place, @Nullable Place best) {
        return best == null || rank(place) > rank(best);
    }

    private int rank(Place place) {
        boolean owner = tokens.isPossessive(place.end());
        boolean object = tokens.has(place.start() - 1, WordClass.PREPOSITION);
        int size = place.end() - place.start();
        return (place.mention().type() == MentionType.PERSON && !owner && !object ? 100 : 0) + (owner ? 0 : 40) + size;
    }

    private @Nullable Place byPronoun(int token) {
        if (tokens.is(token, "who")) {
            return lastPersonBefore(token);
        }
        if (tokens.isIn(token, OF_ONE)) {
            return person != null ? person : lastPersonBefore(token);
        }
        return tokens.isIn(token, OF_BODIES) ? body : null;
    }

    private @Nullable Place lastPersonBefore(int token) {
        Place last = null;
        for (Place place : tokens.mentions(token - FARTHEST, token)) {
            if (place.mention().type() == MentionType.PERSON) {
                last = place;
            }
        }
        return last;
    }

    /** "the department" is the last actor before it with that word in its name. */
    private @Nullable Place byNoun(NounPhrase source) {
        if (source.end() - source.start() != 2) {
            return null;
        }
        String noun = tokens.norm(source.end() - 1);
        Place last = null;
        for (Place place : tokens.mentions(source.start() - FARTHEST_NOUN, source.start())) {
            Mention mention = place.mention();
            if (mention.kind() == MentionKind.ACTOR
                    && mention.text().toLowerCase(Locale.ROOT).contains(noun)) {
                last = place;
            }
        }
        return last;
    }
}
