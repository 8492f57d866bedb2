package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import io.vedette.text.MentionType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor or a place that the gazetteer knows.
 *
 * @param id unique in the gazetteer: {@code geo:703448}, {@code admin1:UA.07}, {@code country:UA}, {@code RU.mil}
 * @param type what it is
 * @param name its usual English name
 * @param country ISO 3166-1 alpha-2; null where it belongs to none
 * @param location where it is; null for actors
 * @param population people living there, 0 where unknown and for actors
 * @param within ids of the areas that hold it directly
 * @param capital whether it is the capital of its country
 * @param from the first day that it existed or mattered; null if open
 * @param to the last such day; null if open
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
        @Nullable LocalDate to) {

    public Entity {
        within = List.copyOf(within);
    }

    /** Whether it existed on that day. */
    public boolean existed(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
