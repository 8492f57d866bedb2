package io.vedette.text.mention;

import io.vedette.text.Field;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the people and bodies that the gazetteer does not know, by what the whole article says about their names. */
final class NameFinder {

    /** Where the family name comes first, so that it is the first word that stands for the whole. */
    private static final Set<String> FAMILY_NAME_FIRST = Set.of("CN", "TW", "HK", "KP", "KR", "VN", "KH");

    private NameFinder() {}

    /**
     * Adds people and bodies to the covers.
     *
     * @return the names that are those of places by how they are made, in order
     */
    static Map<Field, List<Found>> find(Map<Field, Clues> clues, Map<Field, Cover> covers) {
        NameBook book = new NameBook();
        Map<Field, List<NameCandidate>> names = new EnumMap<>(Field.class);
        Map<Field, boolean[]> headings = new EnumMap<>(Field.class);
        clues.forEach((field, words) -> {
            Cover cover = covers.getOrDefault(field, new Cover(0));
            boolean[] heading = Headings.of(words);
            List<NameCandidate> candidates = candidates(words, cover, heading);
            candidates.forEach(book::add);
            names.put(field, candidates);
            headings.put(field, heading);
            bearers(words.text(), cover, book);
        });
        book.decide();
        Map<Field, List<Found>> places = new EnumMap<>(Field.class);
        clues.forEach((field, words) -> {
            Cover cover = covers.getOrDefault(field, new Cover(0));
            List<Found> here = new ArrayList<>();
            places.put(field, here);
            for (NameCandidate candidate : names.getOrDefault(field, List.of())) {
                Found place = book.place(candidate);
                if (place != null && cover.free(place.first(), place.end())) {
                    here.add(place);
                }
                add(book.found(candidate), cover);
            }
            repeated(words, headings.getOrDefault(field, new boolean[0]), cover, book);
        });
        Acronyms acronyms = new Acronyms();
        clues.forEach((field, words) -> acronyms.learn(words, covers.getOrDefault(field, new Cover(0))));
        if (!acronyms.isEmpty()) {
            clues.forEach((field, words) -> acronyms.apply(words, covers.getOrDefault(field, new Cover(0))));
        }
        Namesakes.correct(clues, covers, book);
        return places;
    }

    private static void add(@Nullable Found found, Cover cover) {
        if (found != null && cover.free(found.first(), found.end())) {
            cover.add(found);
        }
    }

    /** In a heading, only what the rest of the article has shown to be a name is one. */
    private static void repeated(Clues clues, boolean[] headings, Cover cover, NameBook book) {
        for (int s = 0; s < headings.length; s++) {
            int end = headings[s] ? clues.text().tokens().sentenceEnd(s) : 0;
            for (int i = clues.text().tokens().sentenceStart(s); i < end; i++) {
                Found found = clues.text().capitalised(i) && cover.free(i, i + 1) ? book.repeated(clues, i, end) : null;
                if (found != null) {
                    add(found, cover);
                    i = found.end() - 1;
                }
            }
        }
    }

    private static List<NameCandidate> candidates(Clues clues, Cover cover, boolean[] headings) {
        List<NameCandidate> candidates = new ArrayList<>();
        for (NameCandidate name : NameSplitter.split(clues, cover, headings)) {
            if (name.length() == 1 || !clues.place(name.first, name.end)) {
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
                if (FAMILY_NAME_FIRST.contains(String.valueOf(entity.country()))) {
                    book.bearer(text.norm(found.first()), entity);
                }
            }
        }
    }
}
