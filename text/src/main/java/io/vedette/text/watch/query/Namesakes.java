package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Actors or places of one name, grouped by what is meant together. */
final class Namesakes {

    /** Who is called so by everybody, not only by some, is meant so many times oftener. */
    private static final double USUAL_NAME = 20;

    private final Entities entities;
    private final MentionKind kind;
    private final List<String> name;
    private final Map<String, String> keys = new HashMap<>();
    private final List<One> all = new ArrayList<>();

    Namesakes(Entities entities, MentionKind kind, String name, Set<String> ids) {
        this.entities = entities;
        this.kind = kind;
        this.name = Words.of(name);
        new TreeSet<>(ids).forEach(id -> all.add(one(id)));
    }

    /**
     * One of them.
     *
     * @param key the same for two entries of one region, and for offices and forces of one state
     * @param areas where it lies, itself included
     * @param areaKeys their keys
     */
    private record One(String id, String key, Set<String> areas, Set<String> areaKeys, double weight) {

        boolean liesIn(One other) {
            return !id.equals(other.id)
                    && (areas.contains(other.id) || !key.equals(other.key) && areaKeys.contains(other.key));
        }
    }

    /**
     * What is meant together: places that lie in the same one of their name, or two entries for one region, or offices
     * and forces of one state.
     *
     * @param outer those in which the others lie
     * @param all each of them
     */
    record Family(Set<String> outer, Set<String> all, double weight) {}

    /** By weight, the heaviest first. */
    List<Family> families() {
        Map<String, Family> families = new LinkedHashMap<>();
        for (One one : all) {
            if (all.stream().noneMatch(one::liesIn)) {
                families.merge(one.key, family(one), Namesakes::joined);
            }
        }
        return families.values().stream()
                .sorted(Comparator.comparingDouble(Family::weight).reversed())
                .toList();
    }

    private Family family(One outer) {
        Set<String> outermost = new TreeSet<>(Set.of(outer.id));
        Set<String> members = new LinkedHashSet<>(Set.of(outer.id));
        double weight = outer.weight;
        for (One one : all) {
            if (one.liesIn(outer)) {
                members.add(one.id);
                weight = Math.max(weight, one.weight);
                one.areas.stream()
                        .filter(area -> !one.key.equals(outer.key) && outer.key.equals(keys.get(area)))
                        .forEach(outermost::add);
            }
        }
        return new Family(outermost, members, weight);
    }

    private static Family joined(Family one, Family other) {
        Set<String> outer = new TreeSet<>(one.outer);
        outer.addAll(other.outer);
        Set<String> all = new LinkedHashSet<>(one.all);
        all.addAll(other.all);
        return new Family(outer, all, Math.max(one.weight, other.weight));
    }

    private One one(String id) {
        Described described = entities.describe(id);
        boolean usual = described != null && Words.of(described.name()).equals(name);
        double weight = described == null ? 1 : Math.max(1, described.weight()) * (usual ? USUAL_NAME : 1);
        if (kind == MentionKind.ACTOR) {
            return new One(id, usual ? id : keyOfActor(id, described), Set.of(id), Set.of(), weight);
        }
        Set<String> areas = entities.areas(id);
        Set<String> areaKeys = new HashSet<>();
        areas.forEach(area -> areaKeys.add(keyOfPlace(area)));
        return new One(id, keyOfPlace(id), areas, areaKeys, weight);
    }

    private static String keyOfActor(String id, @Nullable Described described) {
        if (described == null || described.country() == null || described.type() == MentionType.PERSON) {
            return id;
        }
        return "of " + described.country();
    }

    private String keyOfPlace(String id) {
        return keys.computeIfAbsent(id, place -> {
            Described described = entities.describe(place);
            if (described == null || described.country() == null || described.type() != MentionType.REGION) {
                return place;
            }
            return Words.of(described.name()) + " in " + described.country();
        });
    }
}
