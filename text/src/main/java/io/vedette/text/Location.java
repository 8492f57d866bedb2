package io.vedette.text;

import org.jspecify.annotations.Nullable;

/**
 * Where a place is, in WGS 84 degrees.
 *
 * @param latitude from -90 to 90
 * @param longitude from -180 to 180
 * @param geonameId the place's id in GeoNames; null for places that GeoNames does not have
 * @param country ISO 3166-1 alpha-2, null for seas and regions of several countries
 */
public record Location(
        double latitude,
        double longitude,
        @Nullable String geonameId,
        @Nullable String country) {}
