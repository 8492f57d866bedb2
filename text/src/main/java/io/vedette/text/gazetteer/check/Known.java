package io.vedette.text.gazetteer.check;

import io.vedette.text.gazetteer.image.PlaceImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids and codes that rows may refer to, and where each was first given. */
final class Known {

    private final Map<String, Row> ids = new HashMap<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> stateKeys = new HashSet<>();
    private final Set<String> ofImage = new HashSet<>();

    Known(@Nullable PlaceImage image) {
        for (int place = 0; image != null && place < image.places(); place++) {
            ofImage.add(image.id(place));
        }
    }

    /** Gives an id to a row; the row that has it already, if there is one. */
    @Nullable
    Row add(String id, Row row) {
        return ids.putIfAbsent(id, row);
    }

    void addCountry(String code) {
        countries.add(code);
    }

    void addStateKey(String key) {
        stateKeys.add(key);
    }

    boolean isCountry(String code) {
        return countries.contains(code);
    }

    /** Whether GeoNames has the place, so that a row need not describe it. */
    boolean isOfImage(String id) {
        return ofImage.contains(id);
    }

    boolean isPlace(String id) {
        return ids.containsKey(id) || ofImage.contains(id);
    }

    boolean isStateKey(String key) {
        return stateKeys.contains(key);
    }

    /** An actor or place of any of the files, or what states.tsv makes of a country. */
    boolean isEntity(String id) {
        return isPlace(id) || isOfState(id);
    }

    /** "UA.mil": names for what states.tsv makes of a country. */
    boolean isOfState(String id) {
        int dot = id.indexOf('.');
        return dot == 2 && isCountry(id.substring(0, 2)) && stateKeys.contains(id.substring(3));
    }
}
