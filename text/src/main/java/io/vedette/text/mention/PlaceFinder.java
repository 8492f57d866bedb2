package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.mention.PlaceCandidates.Hint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that may name places: the longest name, then the leftmost.  Whether they do is decided later, when
 * the whole article has been seen.
 */
final class PlaceFinder {

    /**
     * The places of one field.
     *
     * @param candidates names that the gazetteer has
     * @param unknown names of places that it does not have, and where no longer name of its stands
     */
    record Places(List<PlaceCandidates> candidates, List<Found> unknown) {}

    static final Places NONE = new Places(List.of(), List.of());

    private final Gazetteer gazetteer;

    PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Places find(FieldText text, Cover actors, List<Found> named) {
        PlaceCues cues = new PlaceCues(text, actors, gazetteer);
        List<PlaceCandidates> found = new ArrayList<>();
        List<Found> unknown = new ArrayList<>();
        int next = 0;
        int i = 0;
        while (i < text.count()) {
            PlaceCandidates before = found.isEmpty() ? null : found.get(found.size() - 1);
            boolean behindComma = before != null && isBehindComma(text, i, before);
            PlaceCandidates place = findAt(text, i, actors, behindComma);
            while (next < named.size() && named.get(next).first() < i) {
                next++;
            }
            Found name = next < named.size() && named.get(next).first() == i ? named.get(next) : null;
            if (name != null && (place == null || place.end() < name.end())) {
                unknown.add(name);
                i = name.end();
                continue;
            }
            if (place == null) {
                i++;
                continue;
            }
            long seen = cues.of(place.first(), place.end(), place.aliases());
            if (place.end() > place.nameEnd() || place.hint() == Hint.REGION) {
                seen |= PlaceCue.REGION_AFTER.bit();
            }
            if (before != null && cues.areCoordinated(before.end(), i)) {
                seen |= PlaceCue.COORDINATED.bit();
            }
            place = new PlaceCandidates(
                    text, i, place.nameEnd(), place.end(), place.aliases(), place.hint(), seen, null);
            if (behindComma && before != null && Containment.any(gazetteer, before.aliases(), place.aliases())) {
                place = place.and(PlaceCue.QUALIFIER);
                found.set(found.size() - 1, before.with(place));
            } else if (isOnlyQualifier(place)) {
                i++;
                continue;
            }
            found.add(place);
            i = place.end();
        }
        return new Places(found, unknown);
    }

    private static boolean isBehindComma(FieldText text, int i, PlaceCandidates before) {
        return before.end() == i - 1
                && (text.norm(i - 1).equals(",") || text.norm(i - 1).equals("("));
    }

    private static boolean isOnlyQualifier(PlaceCandidates place) {
        for (Alias alias : place.aliases()) {
            if (alias.use() != Alias.Use.QUALIFIER) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable PlaceCandidates findAt(FieldText text, int first, Cover actors, boolean qualifies) {
        int end = text.lookup().longest(MentionKind.PLACE, first, text.sentenceEnd(first));
        while (end > first) {
            if (!isHidden(first, end, actors)) {
                List<Alias> aliases = Casing.places(
                        text, first, end, text.lookup().aliases(MentionKind.PLACE, first, end), qualifies);
                if (!aliases.isEmpty()) {
                    return candidates(text, first, end, aliases);
                }
            }
            end = text.lookup().longest(MentionKind.PLACE, first, end - 1);
        }
        return null;
    }

    /** People's names hide the places in them, and so does whatever is called just that or ends within. */
    private static boolean isHidden(int first, int end, Cover actors) {
        for (int i = first; i < end; i++) {
            Found actor = actors.at(i);
            if (actor != null
                    && (actor.type() == MentionType.PERSON
                            || actor.first() == first && actor.end() == end
                            || actor.first() > first
                            || actor.end() < end)) {
                return true;
            }
        }
        return false;
    }

    private static PlaceCandidates candidates(FieldText text, int first, int end, List<Alias> aliases) {
        String after = text.together(first, end) ? text.norm(end) : "";
        if (Words.REGION_WORDS.contains(after) && !isDemonym(aliases)) {
            boolean official = text.capitalised(end) && isOfficial(after, aliases);
            return new PlaceCandidates(text, first, end, official ? end + 1 : end, aliases, Hint.REGION, 0, null);
        }
        return new PlaceCandidates(text, first, end, end, aliases, hint(text, first, end, after), 0, null);
    }

    /** "Kharkiv Oblast"; but "Ohio State" is a university and "United States Department" an office. */
    private static boolean isOfficial(String word, List<Alias> aliases) {
        for (Alias alias : aliases) {
            if (alias.entity().type() == MentionType.COUNTRY) {
                return false;
            }
        }
        return Words.OFFICIAL_REGION_WORDS.contains(word);
    }

    private static boolean isDemonym(List<Alias> aliases) {
        return aliases.get(0).use() == Alias.Use.DEMONYM;
    }

    private static Hint hint(FieldText text, int first, int end, String after) {
        if (Words.REGION_PLURALS.contains(after) || isListOfRegions(text, end)) {
            return Hint.REGION;
        }
        if (text.norm(first - 1).equals("of") && text.together(first, first - 2)) {
            String head = text.norm(first - 2);
            return Words.REGION_WORDS.contains(head)
                    ? Hint.REGION
                    : Words.SETTLEMENT_WORDS.contains(head) ? Hint.SETTLEMENT : Hint.NONE;
        }
        return Words.SETTLEMENT_WORDS.contains(after) ? Hint.SETTLEMENT : Hint.NONE;
    }

    /** "Kherson and Zaporizhzhia regions". */
    private static boolean isListOfRegions(FieldText text, int end) {
        return text.norm(end).equals("and") && Words.REGION_PLURALS.contains(text.norm(end + 2));
    }
}
