package io.vedette.text.watch.query;

import io.vedette.text.ClaimType;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside a query, to tell whether it can match.
 *
 * @param subtypes of claims, and the type that each belongs to; empty where they are not known
 * @param from the first day in UTC on which the watch is valid; null for always
 * @param until the last such day; null for always
 */
public record Surroundings(
        Map<String, ClaimType> subtypes,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Nothing. */
    public static final Surroundings UNKNOWN = new Surroundings(Map.of(), null, null);

    public Surroundings {
        subtypes = Map.copyOf(subtypes);
    }
}
