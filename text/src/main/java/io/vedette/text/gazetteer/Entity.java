package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import io.vedette.text.MentionType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor or a place that the gazetteer knows.
 *
 * @param id unique in the gazetteer: {@code geo:703448}, {@code admin1:UA.07}, {@code admin2:US.AL.001},
 *     {@code country:UA}, {@code RU.mil}
 * @param type what it is
 * @param name its usual English name
 * @param country ISO 3166-1 alpha-2; null where it belongs to none
 * @param location where it is; null for actors
 * @param population people living there, 0 where unknown and for actors
 * @param within ids of the areas that hold it directly
 * @param capital whether it is the capital of its country
 * @param from the first day that it existed or mattered; null if open
 * @param to the last such day; null if open
 * @param featureCode GeoNames' feature code: {@code PPLA2}, {@code ADM1}; null where GeoNames was not its source
 * @param note what an analyst should know: that its country is disputed, say; null where there is nothing
 */
public record Entity(
        String id,
        MentionType type,
        String name,
        @Nullable String country,
        @Nullable Location location,
        long population,
        List<String> within,
        boolean capital,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String featureCode,
        @Nullable String note) {

    private static final String FIRST_LEVEL = "admin1:";

    public Entity {
        within = List.copyOf(within);
    }

    /** One without feature code and note. */
    public Entity(
            String id,
            MentionType type,
            String name,
            @Nullable String country,
            @Nullable Location location,
            long population,
            List<String> within,
            boolean capital,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        this(id, type, name, country, location, population, within, capital, from, to, null, null);
    }

    /** Whether it existed on that day. */
    public boolean existed(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The id of the first-level division that it is or lies in; null where there is none. */
    public @Nullable String region() {
        if (id.startsWith(FIRST_LEVEL)) {
            return id;
        }
        for (String area : within) {
            if (area.startsWith(FIRST_LEVEL)) {
                return area;
            }
        }
        return null;
    }

    /** Itself, with what it leaves open as another description of the same has it. */
    Entity completedBy(Entity other) {
        return new Entity(
                id,
                type,
                name,
                country == null ? other.country : country,
                location == null ? other.location : location,
                population == 0 ? other.population : population,
                within.isEmpty() ? other.within : within,
                capital || other.capital,
                from,
                to,
                featureCode == null ? other.featureCode : featureCode,
                note);
    }
}
