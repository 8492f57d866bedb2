package io.vedette.text.claim;

import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.token.WordSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whom the words of a source stand for, and remembers who spoke last.  One per field, used in order. */
final class Speakers {

    private static final Set<String> OF_MEN = WordSet.of("he", "his", "him");
    private static final Set<String> OF_WOMEN = WordSet.of("she", "her");
    private static final Set<String> OF_ONE = WordSet.of("i", "my");
    private static final Set<String> OF_BODIES = WordSet.of("it", "they", "we", "its", "their", "our");
    private static final Set<String> RELATIVE = WordSet.of("which", "that");
    private static final int FARTHEST = 60;
    private static final int FARTHEST_NOUN = 200;
    private static final int LONGEST_ROLE = 4;
    private static final int NEAR = 6;

    private final FieldTokens tokens;
    private final Genders genders;
    private @Nullable Place person;
    private @Nullable Place body;

    Speakers(FieldTokens tokens) {
        this.tokens = tokens;
        this.genders = new Genders(tokens);
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
            return lastBefore(token, null);
        }
        if (tokens.isIn(token, RELATIVE)) {
            List<Place> before = tokens.mentions(token - NEAR, token);
            Place last = before.isEmpty() ? null : before.get(before.size() - 1);
            return last != null && last.mention().kind() == MentionKind.ACTOR && token - last.end() < 2 ? last : null;
        }
        if (tokens.isIn(token, OF_MEN)) {
            return ofGender(token, Genders.MAN);
        }
        if (tokens.isIn(token, OF_WOMEN)) {
            return ofGender(token, Genders.WOMAN);
        }
        if (tokens.isIn(token, OF_ONE)) {
            return person;
        }
        return tokens.isIn(token, OF_BODIES) ? body : null;
    }

    /** Whoever spoke last, unless known to be of the other gender; else the last person named who is not. */
    private @Nullable Place ofGender(int token, int gender) {
        Place found = person != null && genders.allow(person, gender) ? person : lastBefore(token, gender);
        if (found != null) {
            genders.learn(found, gender);
        }
        return found;
    }

    private @Nullable Place lastBefore(int token, @Nullable Integer gender) {
        List<Place> before = tokens.mentions(token - FARTHEST, token);
        for (int i = before.size() - 1; i >= 0; i--) {
            Place place = before.get(i);
            if (place.mention().type() == MentionType.PERSON && (gender == null || genders.allow(place, gender))) {
                return place;
            }
        }
        return null;
    }

    /** "the department" is the last actor with that word in its name, "the minister" the last person who is called so. */
    private @Nullable Place byNoun(NounPhrase source) {
        if (source.end() - source.start() < 2 || source.end() - source.start() > LONGEST_ROLE) {
            return null;
        }
        String noun = tokens.norm(source.end() - 1);
        List<Place> before = tokens.mentions(source.start() - FARTHEST_NOUN, source.start());
        for (int i = before.size() - 1; i >= 0; i--) {
            Place place = before.get(i);
            Mention mention = place.mention();
            boolean actor = mention.kind() == MentionKind.ACTOR;
            boolean bare = source.end() - source.start() == 2;
            if (actor && mention.type() == MentionType.PERSON && hasRole(place, noun)
                    || actor && bare && mention.text().toLowerCase(Locale.ROOT).contains(noun)) {
                return place;
            }
        }
        return null;
    }

    /** "Prime Minister X", "X, the minister". */
    private boolean hasRole(Place place, String noun) {
        for (int i = place.start() - 1; i >= 0 && place.start() - i <= NEAR && !Genders.ends(tokens, i); i--) {
            if (tokens.is(i, noun)) {
                return true;
            }
        }
        if (!tokens.is(place.end(), ",")) {
            return false;
        }
        int limit = Math.min(tokens.tokens().count(), place.end() + 1 + NEAR);
        for (int i = place.end() + 1; i < limit && !tokens.isBreak(i); i++) {
            if (tokens.is(i, noun)) {
                return true;
            }
        }
        return false;
    }
}
