package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.mention.PlaceCandidates.Hint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words that may name places: the longest name, then the leftmost, people's names aside. */
final class PlaceFinder {

    /** Actors whose names hide the places in them: "Washington Post". */
    private static final Set<MentionType> HIDING =
            EnumSet.of(MentionType.PERSON, MentionType.COMPANY, MentionType.MEDIA, MentionType.PARTY);

    private static final int KNOWN_EVERYWHERE = 400_000;

    /** From this size on a place is known abroad by names quite unlike its own: Vienna, Florence, Moscow. */
    private static final int FAMOUS = 100_000;

    private static final double TRUSTED = 0.6;

    private final Gazetteer gazetteer;

    PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<PlaceCandidates> find(FieldText text, Cover actors) {
        List<PlaceCandidates> found = new ArrayList<>();
        int i = 0;
        while (i < text.count()) {
            PlaceCandidates place = findAt(text, i, actors, isBehindComma(text, i, found));
            if (place == null) {
                i++;
                continue;
            }
            int last = found.size() - 1;
            if (isBehindComma(text, i, found)) {
                found.set(last, found.get(last).with(place));
            }
            found.add(place);
            i = place.end();
        }
        return found;
    }

    private static boolean isBehindComma(FieldText text, int i, List<PlaceCandidates> found) {
        return !found.isEmpty()
                && found.get(found.size() - 1).end() == i - 1
                && (text.norm(i - 1).equals(",") || text.norm(i - 1).equals("("));
    }

    private @Nullable PlaceCandidates findAt(FieldText text, int first, Cover actors, boolean qualifies) {
        int end = text.lookup().longest(MentionKind.PLACE, first, text.sentenceEnd(first));
        while (end > first) {
            List<Alias> aliases =
                    new ArrayList<>(Casing.allowed(text, first, text.lookup().aliases(MentionKind.PLACE, first, end)));
            aliases.removeIf(alias -> !qualifies && (alias.use() == Alias.Use.QUALIFIER || isDoubtful(alias)));
            if (!aliases.isEmpty() && !isHidden(first, end, actors) && isPlace(text, first, end, aliases, qualifies)) {
                return candidates(text, first, end, aliases);
            }
            end = text.lookup().longest(MentionKind.PLACE, first, end - 1);
        }
        return null;
    }

    private static boolean isHidden(int first, int end, Cover actors) {
        for (int i = first; i < end; i++) {
            Found actor = actors.at(i);
            if (actor != null
                    && (HIDING.contains(actor.type())
                            || actor.first() == first && actor.end() == end
                            || actor.first() > first
                            || actor.end() < end)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlace(FieldText text, int first, int end, List<Alias> aliases, boolean qualifies) {
        boolean single = end - first == 1;
        boolean acronym = aliases.get(0).use() == Alias.Use.ACRONYM;
        if (!single || acronym || qualifies) {
            return true;
        }
        if (text.capitalised(end) && Words.OFFICIAL_REGION_WORDS.contains(text.norm(end))) {
            return true;
        }
        if (gazetteer.isStopWord(text.norm(first)) || text.norm(first).length() < 3) {
            return false;
        }
        return isKnownEverywhere(aliases) || !hasNameBeside(text, first, end);
    }

    /** Another word than the name of a place that few know: often a mistake, or a word of another language. */
    private static boolean isDoubtful(Alias alias) {
        return alias.confidence() < TRUSTED && alias.entity().population() < FAMOUS;
    }

    private static boolean isKnownEverywhere(List<Alias> aliases) {
        return aliases.stream().anyMatch(alias -> isKnownEverywhere(alias.entity()));
    }

    private static boolean isKnownEverywhere(Entity entity) {
        boolean small = entity.type() == MentionType.SETTLEMENT || "ADM2".equals(entity.featureCode());
        return !small || entity.population() >= KNOWN_EVERYWHERE;
    }

    /** A capitalised neighbour makes it a part of another name ("Tyler Perry"), and towns this small don't speak. */
    private static boolean hasNameBeside(FieldText text, int first, int end) {
        boolean before = text.together(first, first - 1)
                && PersonFinder.isName(text, first - 1)
                && !text.beginsSentence(first - 1);
        boolean after = text.together(first, end) && PersonFinder.isName(text, end);
        return before || after || Words.SAYING.contains(text.norm(end));
    }

    private static PlaceCandidates candidates(FieldText text, int first, int end, List<Alias> aliases) {
        String after = text.together(first, end) ? text.norm(end) : "";
        if (Words.REGION_WORDS.contains(after) && !isDemonym(aliases)) {
            boolean official = text.capitalised(end) && isOfficial(after, aliases);
            return new PlaceCandidates(first, end, official ? end + 1 : end, aliases, Hint.REGION, null);
        }
        return new PlaceCandidates(first, end, end, aliases, hint(text, first, end, after), null);
    }

    /** "Kharkiv Oblast"; but "Ohio State" is a university and "United States Department" an office. */
    private static boolean isOfficial(String word, List<Alias> aliases) {
        boolean country = aliases.stream().anyMatch(alias -> alias.entity().type() == MentionType.COUNTRY);
        return !country && Words.OFFICIAL_REGION_WORDS.contains(word);
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
