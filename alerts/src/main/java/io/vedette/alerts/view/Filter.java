package io.vedette.alerts.view;

import io.vedette.text.watch.Requirement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; everything that is given must be so.  Immutable.
 *
 * @param values by field of {@link ViewFields} the values of which one must be there
 * @param from first moment; null for no limit
 * @param to first moment after; null for no limit
 * @param text words to search for; null for none
 * @param box an area in which a place must lie; null for none
 * @param needs what a query in the watch language needs of an article: others are left out as far as the index can tell
 */
public record Filter(
        Map<String, Set<String>> values,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable Box box,
        List<Requirement> needs) {

    /** Everything. */
    public static final Filter ALL = new Filter(Map.of(), null, null, null, null);

    public Filter {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        values.forEach((field, some) -> copy.put(field, Set.copyOf(some)));
        values = Map.copyOf(copy);
        needs = List.copyOf(needs);
    }

    /** That asks for nothing in the watch language. */
    public Filter(
            Map<String, Set<String>> values,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            @Nullable Box box) {
        this(values, from, to, text, box, List.of());
    }

    /** This, and one of those values in that field as well. */
    public Filter with(String field, Set<String> some) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(values);
        changed.put(field, some);
        return new Filter(changed, from, to, text, box, needs);
    }

    /** This, whatever is in that field. */
    public Filter without(String field) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new Filter(changed, from, to, text, box, needs);
    }

    /** This, but from that moment on, before the other. */
    public Filter between(Instant first, Instant end) {
        return new Filter(values, first, end, text, box, needs);
    }

    /** This, of articles that have what is needed. */
    public Filter needing(List<Requirement> some) {
        return new Filter(values, from, to, text, box, some);
    }

    /** How many values and words it comes to. */
    public int clauses() {
        int words = text == null ? 0 : text.strip().split("\\s+").length;
        return words + values.values().stream().mapToInt(Set::size).sum();
    }

    /**
     * A rectangle on the globe, in WGS 84 degrees; one with {@code west > east} goes across the date line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public record Box(double west, double south, double east, double north) {

        public Box {
            boolean onEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90;
            if (!onEarth || !(south <= north)) {
                throw new IllegalArgumentException("give west,south,east,north in degrees, south below north");
            }
        }

        /** Whether that point lies in it. */
        public boolean has(double latitude, double longitude) {
            boolean across = west > east;
            boolean between = across ? longitude >= west || longitude <= east : longitude >= west && longitude <= east;
            return between && latitude >= south && latitude <= north;
        }
    }
}
