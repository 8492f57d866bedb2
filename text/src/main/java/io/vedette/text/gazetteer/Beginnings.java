package io.vedette.text.gazetteer;

import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Completion;
import io.vedette.text.watch.query.Described;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All names of actors, or of places, without case, diacritics and signs, one behind the other in one array: a glance at each
 * finds those that begin as somebody begins to write, of a million in some milliseconds and without an order to keep.
 * Immutable.
 */
final class Beginnings {

    /** What is written in full, then what is known best. */
    private static final Comparator<Found> ORDER = Comparator.comparing(Found::whole)
            .thenComparingDouble(Found::weight)
            .thenComparing(found -> -found.row())
            .reversed();

    /** Who begins a name means the usual one, rather than one in another language or of the past. */
    private static final double BY_ANOTHER_NAME = 0.1;

    private final List<Alias> own;
    private final @Nullable ImagePlaces image;
    private final Map<String, Integer> names = new HashMap<>();
    private final int[] ends;
    private byte[] letters;

    /**
     * A name that begins so.
     *
     * @param row of the tables' names, or behind them of the image's
     * @param place of the image; -1 of a name of the tables
     * @param whole whether it is all that was written
     * @param weight how likely it is meant
     */
    private record Found(int row, int place, boolean whole, double weight) {}

    /** @param image null if there is none */
    Beginnings(List<Alias> own, @Nullable ImagePlaces image) {
        this.own = own;
        this.image = image;
        int size = own.size() + (image == null ? 0 : image.image().names());
        ends = new int[size];
        letters = new byte[12 * size];
        for (int row = 0; row < own.size(); row++) {
            names.merge(own.get(row).entity().id(), 1, Integer::sum);
            add(row, own.get(row).text());
        }
        if (image != null) {
            image.image().forEachName((place, name, text) -> add(own.size() + name, text));
        }
    }

    private void add(int row, String text) {
        byte[] folded = folded(text);
        int start = start(row);
        if (start + folded.length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 3 / 2, start + folded.length));
        }
        System.arraycopy(folded, 0, letters, start, folded.length);
        ends[row] = start + folded.length;
    }

    private static byte[] folded(String text) {
        return FoldedNames.fold(Tokens.of(text)).getBytes(StandardCharsets.UTF_8);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Each actor or place once, the best known first. */
    List<Completion> of(String beginning, int limit) {
        byte[] wanted = folded(beginning);
        if (wanted.length == 0 || limit < 1) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (int row = 0; row < own.size(); row++) {
            if (beginsWith(row, wanted) && own.get(row).use() != Alias.Use.DEMONYM) {
                found.add(ofOwn(row, wanted.length));
            }
        }
        if (image != null) {
            // an entity of the tables may stand in the image, too
            found.addAll(ofImage(image.image(), wanted, limit + found.size()));
        }
        found.sort(ORDER);
        List<Completion> completions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Found one : found) {
            Alias alias = alias(one);
            if (completions.size() < limit && seen.add(alias.entity().id())) {
                completions.add(new Completion(alias.text(), described(alias.entity())));
            }
        }
        return completions;
    }

    static Described described(Entity entity) {
        return new Described(entity.id(), entity.name(), entity.type(), entity.country(), Prominence.of(entity));
    }

    private Found ofOwn(int row, int wanted) {
        Alias alias = own.get(row);
        // of actors nobody counts people, but who is known to many has many names
        int called = names.getOrDefault(alias.entity().id(), 1);
        double known = Math.max(Prominence.of(alias.entity()), called);
        return found(row, -1, wanted, known * (alias.main() ? 1 : BY_ANOTHER_NAME * alias.confidence()));
    }

    /** @param weight counts less where much of the name is still to be written */
    private Found found(int row, int place, int wanted, double weight) {
        int length = ends[row] - start(row);
        double written = (double) wanted / length;
        return new Found(row, place, length == wanted, weight * written * written);
    }

    /** The best of the image, each place once. */
    private List<Found> ofImage(PlaceImage places, byte[] wanted, int limit) {
        PriorityQueue<Found> best = new PriorityQueue<>(ORDER.reversed());
        for (int place = 0; place < places.places(); place++) {
            Found ofPlace = null;
            for (int name = places.firstName(place); name < places.endName(place); name++) {
                int row = own.size() + name;
                if (beginsWith(row, wanted)) {
                    Found one = ofImage(places, place, name, wanted.length);
                    ofPlace = ofPlace == null || ORDER.compare(one, ofPlace) < 0 ? one : ofPlace;
                }
            }
            if (ofPlace != null && (best.size() < limit || ORDER.compare(ofPlace, best.element()) < 0)) {
                best.add(ofPlace);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        return List.copyOf(best);
    }

    private Found ofImage(PlaceImage places, int place, int name, int wanted) {
        double known =
                Prominence.of(places.population(place), places.feature(place).endsWith(".PPLC"));
        boolean main = name == places.firstName(place);
        double sure = main ? 1 : BY_ANOTHER_NAME * places.source(name).confidence();
        return found(own.size() + name, place, wanted, known * sure);
    }

    private boolean beginsWith(int row, byte[] wanted) {
        int start = start(row);
        return ends[row] - start >= wanted.length
                && letters[start] == wanted[0]
                && Arrays.equals(letters, start, start + wanted.length, wanted, 0, wanted.length);
    }

    private Alias alias(Found found) {
        if (found.place() < 0 || image == null) {
            return own.get(found.row());
        }
        return image.alias(found.row() - own.size());
    }
}
