package io.vedette.alerts.view;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often articles name a place.
 *
 * @param id of the gazetteer
 * @param articles how many name it, itself rather than something that lies in it
 * @param claims of each type, how many articles have such a claim about it
 */
public record PlaceCount(String id, int articles, SortedMap<String, Integer> claims) {

    public PlaceCount {
        claims = new TreeMap<>(claims);
    }
}
