package io.vedette.alerts.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a place.
 *
 * @param id in the gazetteer; null for what names no place
 * @param name its usual name; null for what names no place
 * @param country ISO 3166-1 alpha-2; null where it is in none
 * @param claims in order of time
 */
public record BriefPlace(
        @Nullable String id,
        @Nullable String name,
        @Nullable String country,
        List<BriefClaim> claims) {

    public BriefPlace {
        claims = List.copyOf(claims);
    }
}
