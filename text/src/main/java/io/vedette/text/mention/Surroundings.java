package io.vedette.text.mention;

import io.vedette.text.Location;
import io.vedette.text.gazetteer.Entity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article's places say about where it plays: how much of them lies in each country, division and square of a
 * grid.  Each place votes with all its readings, the likelier ones more.  Made for one article.
 */
final class Surroundings {

    /** How much lies in one area. */
    static final class Area {
        /** By how likely each reading is. */
        double mass;
        /** With all readings of a name alike, so that a name which is found only here counts most. */
        double even;
        /** How likely it is that the article names the area itself. */
        double named;
    }

    /** Squares of two degrees: about 220 km high. */
    private static final double SQUARE = 2;

    private final Map<String, Area> areas = new HashMap<>();
    private final Map<Integer, Area> squares = new HashMap<>();
    private int total;

    /** How many names have voted. */
    int total() {
        return total;
    }

    void count(int names) {
        total += names;
    }

    Area area(String id) {
        return areas.computeIfAbsent(id, ignored -> new Area());
    }

    /** The square around a place; those of the shifted grid lie over the corners of the other's. */
    @Nullable
    Area square(Entity entity, boolean shifted) {
        Location location = entity.location();
        if (location == null) {
            return null;
        }
        double shift = shifted ? SQUARE / 2 : 0;
        int row = (int) Math.floor((location.latitude() + 90 + shift) / SQUARE);
        int column = (int) Math.floor((location.longitude() + 180 + shift) / SQUARE);
        return squares.computeIfAbsent((shifted ? 1 << 20 : 0) + row * 1024 + column, ignored -> new Area());
    }
}
