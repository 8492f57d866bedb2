package io.vedette.text.gazetteer.image;

import java.util.List;

/**
 * What goes into the image about one place.
 *
 * @param level what it is
 * @param geonameId GeoNames' id, 0 where unknown (divisions only)
 * @param feature GeoNames' feature class and code: {@code P.PPLC}, {@code A.ADM1}
 * @param area the codes of the country and the divisions that hold it, as deep as known: {@code UA.07.6323} or
 *     {@code UA}; a division's own; empty where there is none
 * @param latitude in degrees
 * @param longitude in degrees
 * @param population 0 where unknown
 * @param names the main name first; never empty
 */
public record PlaceRow(
        PlaceLevel level,
        long geonameId,
        String feature,
        String area,
        double latitude,
        double longitude,
        long population,
        List<PlaceName> names) {

    public PlaceRow {
        names = List.copyOf(names);
    }
}
