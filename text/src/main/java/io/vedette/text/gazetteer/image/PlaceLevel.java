package io.vedette.text.gazetteer.image;

/** What a row of the image is, and so how its id is made. */
public enum PlaceLevel {
    /** A place of GeoNames: {@code geo:703448}. */
    PLACE,
    /** A first-level division: {@code admin1:UA.07}. */
    DIVISION1,
    /** A second-level division: {@code admin2:US.AL.001}. */
    DIVISION2;

    private static final PlaceLevel[] ALL = values();

    static PlaceLevel of(int ordinal) {
        return ALL[ordinal];
    }
}
