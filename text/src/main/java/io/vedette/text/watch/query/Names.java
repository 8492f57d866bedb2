package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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

    private static final double USUAL_NAME = 20;

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
    }

    /** Those of a name that is taken for others of it, and lie in none of these. */
    List<String> passedOver(MentionKind kind, String name, boolean inside) {
        Meaning meaning = of(kind, name, inside);
        return meaning.all().stream()
                .filter(id -> !meaning.chosen().isEmpty())
                .filter(id -> meaning.chosen().stream().noneMatch(chosen -> covers(kind, chosen, id)))
                .toList();
    }

    private boolean covers(MentionKind kind, String chosen, String id) {
        return chosen.equals(id) || kind == MentionKind.PLACE && liesIn(id, chosen);
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
        List<Family> families = new ArrayList<>();
        List<String> outer = kind == MentionKind.PLACE ? outermost(ids) : List.copyOf(ids);
        outer.forEach(id -> join(families, id, family(id, ids, kind), name));
        families.sort(Comparator.comparingDouble(Family::weight).reversed().thenComparing(Family::key));
        Family best = families.get(0);
        boolean clear = families.size() == 1 || best.weight >= FAR_BETTER * families.get(1).weight;
        Set<String> meant = inside ? best.outer : best.all;
        List<String> all =
                families.stream().flatMap(family -> family.all.stream()).toList();
        return new Meaning(clear ? meant : Set.of(), all);
    }

    /**
     * What is meant together: places that lie in the same one of their name, or two entries for one region, or offices
     * and forces of one state.
     */
    private record Family(String key, Set<String> outer, Set<String> all, double weight) {}

    private void join(List<Family> families, String id, Set<String> members, String name) {
        String key = key(id);
        Set<String> outer = twins(id, members, key);
        Set<String> all = new LinkedHashSet<>(members);
        double weight = members.stream()
                .mapToDouble(member -> weight(member, name))
                .max()
                .orElse(1);
        for (Family other : List.copyOf(families)) {
            if (other.key.equals(key)) {
                families.remove(other);
                outer.addAll(other.outer);
                all.addAll(other.all);
                weight = Math.max(weight, other.weight);
            }
        }
        families.add(new Family(key, outer, all, weight));
    }

    /** The id itself, and other entries for the same region that hold what is meant with it. */
    private Set<String> twins(String id, Set<String> members, String key) {
        Set<String> twins = new TreeSet<>(Set.of(id));
        if (key.equals(id)) {
            return twins;
        }
        for (String member : members) {
            entities.areas(member).stream()
                    .filter(area -> key(area).equals(key))
                    .forEach(twins::add);
        }
        return twins;
    }

    private boolean liesIn(String id, String area) {
        if (id.equals(area) || entities.within(id, area)) {
            return true;
        }
        String key = key(area);
        return !key.equals(area)
                && !key.equals(key(id))
                && entities.areas(id).stream().anyMatch(each -> key(each).equals(key));
    }

    private String key(String id) {
        Described described = entities.describe(id);
        if (described == null || described.country() == null || described.type() == MentionType.PERSON) {
            return id;
        }
        return switch (described.type().kind()) {
            case ACTOR -> "of " + described.country();
            case PLACE ->
                described.type() == MentionType.REGION ? Words.of(described.name()) + " in " + described.country() : id;
        };
    }

    private Set<String> family(String outer, Set<String> ids, MentionKind kind) {
        Set<String> family = new LinkedHashSet<>(List.of(outer));
        if (kind == MentionKind.PLACE) {
            ids.stream().filter(id -> liesIn(id, outer)).sorted().forEach(family::add);
        }
        return family;
    }

    /** Those that lie in no other of the same name. */
    private List<String> outermost(Set<String> ids) {
        return ids.stream()
                .filter(id -> ids.stream().noneMatch(other -> !other.equals(id) && liesIn(id, other)))
                .sorted()
                .toList();
    }

    private Meaning ofId(MentionKind kind, String id) {
        Described described = entities.describe(id);
        boolean known = described != null && described.type().kind() == kind;
        return new Meaning(known ? Set.of(id) : Set.of(), known ? List.of(id) : List.of());
    }

    /** Who is called so by everybody, not only by some, is meant far oftener. */
    private double weight(String id, String name) {
        Described described = entities.describe(id);
        if (described == null) {
            return 1;
        }
        boolean usual = Words.of(described.name()).equals(Words.of(name));
        return Math.max(1, described.weight()) * (usual ? USUAL_NAME : 1);
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
