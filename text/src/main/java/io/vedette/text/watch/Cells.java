package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.List;

/** The Earth in cells of one degree by one, by which places in a circle or a box are found. */
final class Cells {

    /** Where more are touched, any place will do. */
    private static final int MOST = 256;

    private static final double KM_OF_DEGREE = Math.toRadians(1) * Earth.RADIUS_KM;

    private Cells() {}

    /** The cell of a point in degrees. */
    static String of(double latitude, double longitude) {
        return (int) Math.floor(latitude) + "/" + Math.floorMod((int) Math.floor(longitude), 360);
    }

    /** The cells that a circle may touch. */
    static Requirement around(double latitude, double longitude, double kilometres) {
        double degrees = kilometres / KM_OF_DEGREE + 1e-6;
        double furthest = Math.abs(latitude) + degrees;
        if (furthest >= 90) {
            return in(latitude - degrees, -180, latitude + degrees, 180);
        }
        double reach = Math.sin(Math.toRadians(Math.min(90, degrees))) / Math.cos(Math.toRadians(latitude));
        double width = reach >= 1 ? 180 : Math.toDegrees(Math.asin(reach)) + 1e-6;
        return in(latitude - degrees, longitude - width, latitude + degrees, longitude + width);
    }

    /** The cells that a box touches; one whose west lies east of its east crosses the 180th meridian. */
    static Requirement in(double south, double west, double north, double east) {
        int bottom = (int) Math.floor(Math.max(-90, south));
        int top = (int) Math.floor(Math.min(90, north));
        double width = west <= east ? east - west : east - west + 360;
        int left = (int) Math.floor(west);
        int columns = (int) Math.min(360, Math.floor(west + width) - left + 1);
        if (top < bottom || columns <= 0 || (long) columns * (top - bottom + 1) > MOST) {
            return Requirement.of(Anchor.LOCATED);
        }
        List<Anchor> cells = new ArrayList<>();
        for (int row = bottom; row <= top; row++) {
            for (int column = left; column < left + columns; column++) {
                cells.add(new Anchor(Anchor.Kind.CELL, of(row, column)));
            }
        }
        return Requirement.anyOf(cells);
    }
}
