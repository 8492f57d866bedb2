package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main names, to be suggested to somebody who misspelt one. */
final class NameIndex {

    private record Near(String name, long population, int distance) {}

    private final List<Entity> entities;
    private final @Nullable ImagePlaces image;

    NameIndex(List<Entity> entities, @Nullable ImagePlaces image) {
        this.entities = entities;
        this.image = image;
    }

    /** Names within a third of the letters by edit distance (Levenshtein), or that begin with what was written. */
    List<String> near(MentionKind kind, String name, int limit) {
        String wanted = norm(name);
        List<Near> found = new ArrayList<>();
        for (Entity entity : entities) {
            if (entity.type().kind() == kind) {
                add(found, wanted, entity.name(), entity.population());
            }
        }
        if (kind == MentionKind.PLACE && image != null) {
            PlaceImage places = image.image();
            for (int place = 0; place < places.places(); place++) {
                add(found, wanted, places.name(place), places.population(place));
            }
        }
        found.sort(Comparator.comparingInt(Near::distance)
                .thenComparing(Comparator.comparingLong(Near::population).reversed()));
        return found.stream().map(Near::name).distinct().limit(limit).toList();
    }

    private static void add(List<Near> found, String wanted, String name, long population) {
        int most = Math.max(1, wanted.length() / 3);
        if (name.length() + most < wanted.length()) {
            return;
        }
        String candidate = norm(name);
        int distance = wanted.length() > 2 && candidate.startsWith(wanted) ? 1 : distance(wanted, candidate, most);
        if (distance <= most) {
            found.add(new Near(name, population, distance));
        }
    }

    private static String norm(String name) {
        Tokens tokens = Tokens.of(name);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            out.append(i == 0 ? "" : " ").append(tokens.norm(i));
        }
        return out.toString();
    }

    /** The edit distance, or more than {@code most} as soon as it can't be less. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
        }
        return row[b.length()];
    }
}
