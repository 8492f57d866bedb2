package io.vedette.text.watch;

import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A gazetteer of a handful: enough to ask for. */
final class FewEntities implements Entities {

    private static final Map<String, Set<String>> ACTORS = Map.of(
            "putin", Set.of("person-putin"),
            "vladimir putin", Set.of("person-putin"),
            "1st guards tank army", Set.of("unit-1gta"),
            "nato", Set.of("org-nato"),
            "guard", Set.of("unit-national-guard"),
            "guards", Set.of("unit-border-guard", "unit-national-guard"));

    private static final Map<String, Set<String>> PLACES = Map.of(
            "melitopol", Set.of("p-melitopol"),
            "kharkiv", Set.of("p-kharkiv", "p-kharkiv-oblast"),
            "ukraine", Set.of("c-ua"),
            "crimea", Set.of("p-crimea"),
            "russia", Set.of("c-ru"));

    private static final Map<String, Set<String>> AREAS = Map.of(
            "p-melitopol", Set.of("p-melitopol", "p-zaporizhzhia", "c-ua"),
            "p-kharkiv", Set.of("p-kharkiv", "p-kharkiv-oblast", "c-ua"),
            "p-kharkiv-oblast", Set.of("p-kharkiv-oblast", "c-ua"),
            "p-crimea", Set.of("p-crimea", "c-ua"));

    @Override
    public Set<String> actors(String name) {
        return ACTORS.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
    }

    @Override
    public Set<String> places(String name) {
        return PLACES.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
    }

    @Override
    public Set<String> areas(String placeId) {
        return AREAS.getOrDefault(placeId, Set.of(placeId));
    }

    @Override
    public List<String> suggestions(MentionKind kind, String name, int limit) {
        String initial = name.substring(0, 1).toLowerCase(Locale.ROOT);
        Set<String> names = (kind == MentionKind.ACTOR ? ACTORS : PLACES).keySet();
        return names.stream()
                .filter(known -> known.startsWith(initial))
                .sorted()
                .limit(limit)
                .toList();
    }
}
