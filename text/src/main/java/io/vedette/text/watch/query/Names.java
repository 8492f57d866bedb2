package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which actors and places a name stands for.  Of several of one name, areas that hold all the others are meant, or one
 * that is far better known; otherwise the author has to say which.
 */
final class Names {

    /** What stands in front of an id. */
    static final char ID = '#';

    /** So many times the weight of the next one is far better known. */
    private static final double FAR_BETTER = 10;

    private final Entities entities;

    Names(Entities entities) {
        this.entities = entities;
    }

    /**
     * Whom a name stands for.
     *
     * @param chosen who is meant; empty when nobody is known by that name, or when it could be any of the others
     * @param all everyone of that name, the likeliest first
     */
    record Meaning(Set<String> chosen, List<String> all) {

        boolean unknown() {
            return all.isEmpty();
        }

        boolean ambiguous() {
            return chosen.isEmpty() && !all.isEmpty();
        }

        /** Whether others of that name were passed over, though not only because they lie inside. */
        boolean dominated() {
            return !chosen.isEmpty() && chosen.size() < all.size();
        }
    }

    /** @param inside whether what lies inside a place is meant with it, so that the area speaks for what it holds */
    Meaning of(MentionKind kind, String name, boolean inside) {
        if (name.charAt(0) == ID) {
            return ofId(kind, name.substring(1));
        }
        Set<String> ids = kind == MentionKind.ACTOR ? entities.actors(name) : entities.places(name);
        if (ids.size() < 2) {
            return new Meaning(ids, List.copyOf(ids));
        }
        List<String> all = new ArrayList<>(ids);
        all.sort(Comparator.comparingDouble(this::weight).reversed().thenComparing(Comparator.naturalOrder()));
        List<String> outer = kind == MentionKind.PLACE ? outermost(all) : all;
        String best = outer.get(0);
        boolean clear = outer.size() == 1 || weight(best) >= FAR_BETTER * weight(outer.get(1));
        return new Meaning(clear ? meant(best, all, inside) : Set.of(), all);
    }

    private Meaning ofId(MentionKind kind, String id) {
        Described described = entities.describe(id);
        boolean known = described != null && described.type().kind() == kind;
        return new Meaning(known ? Set.of(id) : Set.of(), known ? List.of(id) : List.of());
    }

    /** Those that lie in no other of the same name. */
    private List<String> outermost(List<String> ids) {
        return ids.stream()
                .filter(id -> ids.stream().noneMatch(other -> !other.equals(id) && entities.within(id, other)))
                .toList();
    }

    private Set<String> meant(String best, List<String> all, boolean inside) {
        if (inside) {
            return Set.of(best);
        }
        Set<String> meant = new LinkedHashSet<>(List.of(best));
        all.stream().filter(id -> entities.within(id, best)).forEach(meant::add);
        return meant;
    }

    private double weight(String id) {
        Described described = entities.describe(id);
        return described == null ? 1 : Math.max(1, described.weight());
    }

    /** How somebody would tell it from others of its name, and write it. */
    String told(MentionKind kind, String id) {
        Described described = entities.describe(id);
        String field = kind.name().toLowerCase(Locale.ROOT);
        return field + ":" + ID + id + (described == null ? "" : " (" + told(described) + ")");
    }

    private static String told(Described described) {
        String type = described.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String where = described.whereabouts().isEmpty() ? orEmpty(described.country()) : described.whereabouts();
        return described.name() + ", " + type + (where.isEmpty() ? "" : " in " + where);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
