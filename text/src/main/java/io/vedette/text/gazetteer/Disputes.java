package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is disputed of places, and what is to be said of it: another country or name than the source gives, or a note.
 * It holds for the place itself and for all that lies in it, the smallest area first.
 */
final class Disputes {

    private static final String COUNTRY = "country:";

    /**
     * What is laid down for a place.
     *
     * @param country instead of the source's; null to leave that
     * @param name instead of the source's; null to leave that
     * @param note what to tell with it; null for nothing
     */
    record Dispute(
            @Nullable String country,
            @Nullable String name,
            @Nullable String note) {}

    private final Map<String, Dispute> disputes = new HashMap<>();

    /** Lays something down, unless something is laid down for that place already. */
    void add(String id, Dispute dispute) {
        disputes.putIfAbsent(id, dispute);
    }

    /** Tells of the places that are given another name. */
    void forEachName(BiConsumer<String, String> use) {
        disputes.forEach((id, dispute) -> {
            if (dispute.name() != null) {
                use.accept(id, dispute.name());
            }
        });
    }

    /** The entity as it is laid down; itself if nothing is. */
    Entity settle(Entity entity) {
        Dispute own = disputes.get(entity.id());
        Dispute dispute = own == null ? ofArea(entity.within()) : own;
        if (dispute == null) {
            return entity;
        }
        String name = own == null || own.name() == null ? entity.name() : own.name();
        String country = dispute.country() == null ? entity.country() : dispute.country();
        String note = entity.note() == null ? dispute.note() : entity.note();
        return new Entity(
                entity.id(),
                entity.type(),
                name,
                country,
                moved(entity.location(), country),
                entity.population(),
                dispute.country() == null ? entity.within() : moved(entity.within(), dispute.country()),
                entity.capital(),
                entity.from(),
                entity.to(),
                entity.featureCode(),
                note);
    }

    private @Nullable Dispute ofArea(List<String> areas) {
        for (String area : areas) {
            Dispute dispute = disputes.get(area);
            if (dispute != null) {
                return dispute;
            }
        }
        return null;
    }

    private static @Nullable Location moved(@Nullable Location location, @Nullable String country) {
        return location == null
                ? null
                : new Location(location.latitude(), location.longitude(), location.geonameId(), country);
    }

    private static List<String> moved(List<String> areas, String country) {
        return areas.stream()
                .map(area -> area.startsWith(COUNTRY) ? COUNTRY + country : area)
                .toList();
    }
}
