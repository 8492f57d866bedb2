package io.vedette.text.gazetteer.geonames;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GeoNames' files that an image is made of, each as text, zip or gz.
 *
 * @param places {@code allCountries.txt}, {@code citiesNNN.txt}, or those of single countries
 * @param alternateNames {@code alternateNamesV2.txt}; null to take the names that the places' own lines have
 * @param admin1 {@code admin1CodesASCII.txt}; null for no first-level divisions
 * @param admin2 {@code admin2Codes.txt}; null for no second-level divisions
 * @param minPopulation how many people a place needs to be kept; seats of divisions and capitals need none
 * @param features features besides populated places that are kept: {@code H.SEA}, {@code T.ISL}
 */
public record GeoNamesFiles(
        List<Path> places,
        @Nullable Path alternateNames,
        @Nullable Path admin1,
        @Nullable Path admin2,
        long minPopulation,
        Set<String> features) {

    public GeoNamesFiles {
        places = List.copyOf(places);
        features = Set.copyOf(features);
    }
}
