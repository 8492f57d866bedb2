package io.vedette.alerts;

import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.Set;

/** The two names that tests of watches need. */
public final class SomeEntities implements Entities {

    public static final String UKRAINE = "geo-690791";
    public static final String MELITOPOL = "geo-701404";
    public static final String GUARDS = "unit-1gta";

    @Override
    public Set<String> actors(String name) {
        return name.equalsIgnoreCase("1st Guards Tank Army") ? Set.of(GUARDS) : Set.of();
    }

    @Override
    public Set<String> places(String name) {
        return switch (name) {
            case "Melitopol" -> Set.of(MELITOPOL);
            case "Ukraine" -> Set.of(UKRAINE);
            default -> Set.of();
        };
    }

    @Override
    public Set<String> areas(String placeId) {
        return placeId.equals(MELITOPOL) ? Set.of(MELITOPOL, UKRAINE) : Set.of(placeId);
    }

    @Override
    public List<String> suggestions(MentionKind kind, String name, int limit) {
        return List.of();
    }
}
