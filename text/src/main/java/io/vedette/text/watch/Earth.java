package io.vedette.text.watch;

/** Distances on a sphere of the Earth's mean radius (IUGG 1980), by the haversine formula (Sinnott 1984). */
final class Earth {

    /** Mean radius R1. */
    static final double RADIUS_KM = 6371.0088;

    private Earth() {}

    /** The great-circle distance of two points in degrees. */
    static double kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double haversine = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * east * east;
        return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
