package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which actors and places a name stands for.  Of several of one name, areas that hold all the others are meant, or one
 * that is far better known; otherwise the author has to say which.
 */
final class Names {

    /** What stands in front of an id. */
    static final char ID = '#';

    /** So many times the weight of the next one is far better known. */
    private static final double FAR_BETTER = 3.5;

    private final Entities entities;

    /** A name shared by a hundred places takes its time, and a query may say it a thousand times. */
    private final Map<Asked, Meaning> known = new HashMap<>();

    Names(Entities entities) {
        this.entities = entities;
    }

    /**
     * Whom a name stands for.
     *
     * @param chosen who is meant; empty when nobody is known by that name, or when it could be any of the others
     * @param all everyone of that name, the likeliest first
     * @param passedOver those who are neither chosen nor lie in what is
     */
    record Meaning(Set<String> chosen, List<String> all, List<String> passedOver) {

        boolean unknown() {
            return all.isEmpty();
        }

        boolean ambiguous() {
            return chosen.isEmpty() && !all.isEmpty();
        }
    }

    /** @param inside whether what lies inside a place is meant with it, so that the area speaks for what it holds */
    Meaning of(MentionKind kind, String name, boolean inside) {
        return known.computeIfAbsent(new Asked(kind, name, inside), this::of);
    }

    private record Asked(MentionKind kind, String name, boolean inside) {}

    private Meaning of(Asked asked) {
        MentionKind kind = asked.kind;
        String name = asked.name;
        if (name.charAt(0) == ID) {
            return ofId(kind, name.substring(1));
        }
        Set<String> ids = kind == MentionKind.ACTOR ? entities.actors(name) : entities.places(name);
        if (ids.size() < 2) {
            return new Meaning(ids, List.copyOf(ids), List.of());
        }
        List<Namesakes.Family> families = new Namesakes(entities, kind, name, ids).families();
        Namesakes.Family best = families.get(0);
        boolean clear = families.size() == 1
                || best.weight() >= FAR_BETTER * families.get(1).weight();
        Set<String> meant = asked.inside ? best.outer() : best.all();
        List<String> passed = families.stream()
                .skip(1)
                .flatMap(family -> family.all().stream())
                .toList();
        List<String> all = Stream.concat(best.all().stream(), passed.stream()).toList();
        return clear ? new Meaning(meant, all, passed) : new Meaning(Set.of(), all, List.of());
    }

    private Meaning ofId(MentionKind kind, String id) {
        Described described = entities.describe(id);
        boolean known = described != null && described.type().kind() == kind;
        return new Meaning(known ? Set.of(id) : Set.of(), known ? List.of(id) : List.of(), List.of());
    }

    /** How somebody would tell it from others of its name, and write it. */
    String told(MentionKind kind, String id) {
        Described described = entities.describe(id);
        String field = kind.name().toLowerCase(Locale.ROOT);
        return field + ":" + ID + id + (described == null ? "" : " (" + told(described) + ")");
    }

    private String told(Described described) {
        String type = described.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String whereabouts = entities.whereabouts(described.id());
        String where = whereabouts.isEmpty() ? orEmpty(described.country()) : whereabouts;
        return described.name() + ", " + type + (where.isEmpty() ? "" : " in " + where);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
