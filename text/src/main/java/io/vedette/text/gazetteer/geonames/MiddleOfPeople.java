package io.vedette.text.gazetteer.geonames;

/** Where the people of a division live on average: where it is said to be when nobody says otherwise. */
final class MiddleOfPeople {

    /** Places without a known population count as hamlets, so that every division has a middle. */
    private static final long HAMLET = 100;

    private static final double ROUND = 360;

    private double weights;
    private double first;
    private double latitude;
    private double longitude;
    private long population;

    void add(GeoName place) {
        double weight = Math.max(HAMLET, place.population());
        first = weights == 0 ? place.longitude() : first;
        weights += weight;
        latitude += place.latitude() * weight;
        longitude += near(place.longitude()) * weight;
        population += place.featureCode().equals("PPLX") ? 0 : place.population();
    }

    double latitude() {
        return latitude / weights;
    }

    double longitude() {
        double middle = longitude / weights;
        return middle > ROUND / 2 ? middle - ROUND : middle < -ROUND / 2 ? middle + ROUND : middle;
    }

    /** On the same side of the date line as the first: Chukotka and Fiji lie on both. */
    private double near(double degrees) {
        double apart = degrees - first;
        return apart > ROUND / 2 ? degrees - ROUND : apart < -ROUND / 2 ? degrees + ROUND : degrees;
    }

    long population() {
        return population;
    }
}
