package io.vedette.text.mention;

import io.vedette.text.Field;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.NameWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the people and bodies that the gazetteer does not know, by what the whole article says about their names. */
final class NameFinder {

    private NameFinder() {}

    /**
     * Adds people and bodies to the covers.
     *
     * @return the names that are those of places by how they are made, in order
     */
    static Map<Field, List<Found>> find(Map<Field, Clues> clues, Map<Field, Cover> covers) {
        NameBook book = new NameBook();
        Map<Field, List<NameCandidate>> names = new EnumMap<>(Field.class);
        clues.forEach((field, words) -> {
            Cover cover = covers.getOrDefault(field, new Cover(0));
            List<NameCandidate> candidates = candidates(words, cover);
            candidates.forEach(book::add);
            names.put(field, candidates);
            bearers(words.text(), cover, book);
        });
        book.decide();
        Map<Field, List<Found>> places = new EnumMap<>(Field.class);
        names.forEach((field, candidates) -> {
            Cover cover = covers.getOrDefault(field, new Cover(0));
            List<Found> here = new ArrayList<>();
            places.put(field, here);
            for (NameCandidate candidate : candidates) {
                Found place = book.place(candidate);
                if (place != null && cover.free(place.first(), place.end())) {
                    here.add(place);
                }
                Found found = book.found(candidate);
                if (found != null && cover.free(found.first(), found.end())) {
                    cover.add(found);
                }
            }
        });
        Acronyms acronyms = new Acronyms();
        clues.forEach((field, words) -> acronyms.learn(words, covers.getOrDefault(field, new Cover(0))));
        if (!acronyms.isEmpty()) {
            clues.forEach((field, words) -> acronyms.apply(words, covers.getOrDefault(field, new Cover(0))));
        }
        return places;
    }

    private static List<NameCandidate> candidates(Clues clues, Cover cover) {
        List<NameCandidate> candidates = new ArrayList<>();
        for (NameCandidate name : NameSplitter.split(clues, cover)) {
            boolean word = name.length() == 1
                    && name.opening
                    && clues.is(name.first, NameWords.COMMON)
                    && !clues.is(name.first, Clues.FIRST_NAME);
            if (!word && (name.length() == 1 || !clues.place(name.first, name.end))) {
                candidates.add(name);
            }
        }
        return candidates;
    }

    private static void bearers(FieldText text, Cover cover, NameBook book) {
        for (Found found : cover.all()) {
            Entity entity = found.entity();
            if (found.type() == MentionType.PERSON && entity != null && found.end() - found.first() > 1) {
                book.bearer(text.norm(found.end() - 1), entity);
            }
        }
    }
}
