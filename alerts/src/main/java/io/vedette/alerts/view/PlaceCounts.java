package io.vedette.alerts.view;

import java.util.List;

/**
 * Which places articles name.
 *
 * @param articles how many articles there are, whether they name a place or not
 * @param places in no order
 */
public record PlaceCounts(int articles, List<PlaceCount> places) {

    public PlaceCounts {
        places = List.copyOf(places);
    }
}
