package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main names, to be suggested to somebody who misspelt one.  Of hundreds of thousands, a glance at its letters rules
 * out all but a few, so that an answer takes milliseconds whatever was written.
 */
final class NameIndex {

    /** More is no typing mistake, however long the name. */
    private static final int MOST_EDITS = 5;

    /** A longer name is only compared as far. */
    private static final int LONGEST = 64;

    private final List<Entity> entities;
    private final @Nullable PlaceImage image;
    private final FoldedNames ofEntities;
    private final FoldedNames ofImage;

    private record Near(String name, long population, int distance) {}

    /** @param ofImage the main names of the image's places by their numbers; empty if there is none */
    NameIndex(List<Entity> entities, @Nullable PlaceImage image, FoldedNames ofImage) {
        this.entities = entities;
        this.image = image;
        this.ofImage = ofImage;
        this.ofEntities = new FoldedNames(entities.size());
        entities.forEach(entity -> ofEntities.add(Tokens.of(entity.name())));
    }

    /**
     * Names within a third of the letters by edit distance (Levenshtein 1966), five edits at most, or that begin with what
     * was written: the nearest first, of equally near ones the largest.
     */
    List<String> near(MentionKind kind, String name, int limit) {
        FoldedNames.Folded wanted =
                FoldedNames.folded(Tokens.of(name.length() <= LONGEST ? name : name.substring(0, LONGEST)));
        int most = Math.max(1, Math.min(MOST_EDITS, wanted.length() / 3));
        int edits = 1;
        List<String> near = near(kind, wanted, edits, limit);
        while (near.size() < limit && edits < most) {
            edits = Math.min(most, 2 * edits); // few names are within one edit, and mostly one of them was meant
            near = near(kind, wanted, edits, limit);
        }
        return near;
    }

    private List<String> near(MentionKind kind, FoldedNames.Folded wanted, int edits, int limit) {
        List<Near> found = new ArrayList<>();
        ofEntities.near(wanted, edits, (row, distance) -> {
            Entity entity = entities.get(row);
            if (entity.type().kind() == kind) {
                found.add(new Near(entity.name(), entity.population(), distance));
            }
        });
        PlaceImage places = image;
        if (kind == MentionKind.PLACE && places != null) {
            ofImage.near(
                    wanted,
                    edits,
                    (place, distance) -> found.add(new Near(places.name(place), places.population(place), distance)));
        }
        found.sort(Comparator.comparingInt(Near::distance)
                .thenComparing(Comparator.comparingLong(Near::population).reversed()));
        return found.stream().map(Near::name).distinct().limit(limit).toList();
    }
}
