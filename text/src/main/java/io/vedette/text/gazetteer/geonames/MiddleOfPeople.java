package io.vedette.text.gazetteer.geonames;

/** Where the people of a division live on average: where it is said to be when nobody says otherwise. */
final class MiddleOfPeople {

    /** Places without a known population count as hamlets, so that every division has a middle. */
    private static final long HAMLET = 100;

    private double weights;
    private double latitude;
    private double longitude;
    private long population;

    void add(GeoName place) {
        double weight = Math.max(HAMLET, place.population());
        weights += weight;
        latitude += place.latitude() * weight;
        longitude += place.longitude() * weight;
        population += place.featureCode().equals("PPLX") ? 0 : place.population();
    }

    double latitude() {
        return latitude / weights;
    }

    double longitude() {
        return longitude / weights;
    }

    long population() {
        return population;
    }
}
