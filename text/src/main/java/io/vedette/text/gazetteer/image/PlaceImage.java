package io.vedette.text.gazetteer.image;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places and their names in columns: about 100 bytes for each place with all its names, no objects.  Places are numbered
 * from 0 to {@link #places()}, names from 0 to {@link #names()}, both in the order of the file.  Read by {@link
 * PlaceImageReader}; immutable and safe to share between threads.
 */
public final class PlaceImage {

    /** Takes one name after another. */
    @FunctionalInterface
    public interface NameVisitor {
        /**
         * One name of one place.
         *
         * @param place the number of the place
         * @param name the number of the name
         * @param text the name itself
         */
        void name(int place, int name, String text);
    }

    private final String about;
    private final String[] features;
    private final AreaTable areas;
    private final byte[] levels;
    private final short[] feature;
    private final int[] area;
    private final int[] ids;
    private final int[] latitudes;
    private final int[] longitudes;
    private final int[] populations;
    private final NameColumn names;

    PlaceImage(
            String about,
            String[] features,
            AreaTable areas,
            byte[] levels,
            short[] feature,
            int[] area,
            int[] ids,
            int[] latitudes,
            int[] longitudes,
            int[] populations,
            NameColumn names) {
        this.about = about;
        this.features = features;
        this.areas = areas;
        this.levels = levels;
        this.feature = feature;
        this.area = area;
        this.ids = ids;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.populations = populations;
        this.names = names;
        for (int place = 0; place < levels.length; place++) {
            if (level(place) != PlaceLevel.PLACE) {
                areas.addRow(area[place]);
            }
        }
    }

    /** Where the data comes from. */
    public String about() {
        return about;
    }

    public int places() {
        return levels.length;
    }

    public int names() {
        return names.size();
    }

    public PlaceLevel level(int place) {
        return PlaceLevel.of(levels[place]);
    }

    /** As the gazetteer spells it: {@code geo:703448}, {@code admin1:UA.07}, {@code admin2:US.AL.001}. */
    public String id(int place) {
        return switch (level(place)) {
            case PLACE -> "geo:" + ids[place];
            case DIVISION1 -> "admin1:" + areas.code(area[place]);
            case DIVISION2 -> "admin2:" + areas.code(area[place]);
        };
    }

    /** GeoNames' id, 0 where it is not known. */
    public long geonameId(int place) {
        return ids[place];
    }

    /** GeoNames' feature class, a point, and its feature code: {@code P.PPLA2}. */
    public String feature(int place) {
        return features[feature[place]];
    }

    /** ISO 3166-1 alpha-2; null where it lies in none. */
    public @Nullable String country(int place) {
        String code = areas.code(area[place]);
        int dot = code.indexOf('.');
        return code.isEmpty() ? null : dot < 0 ? code : code.substring(0, dot);
    }

    /** The ids of what holds it, the smallest first: its second-level division where the image has a row for it, its
     * first-level division, its country. */
    public List<String> within(int place) {
        List<String> within = new ArrayList<>(3);
        String code = areas.code(area[place]);
        int dots = (int) code.chars().filter(c -> c == '.').count();
        if (dots > 1 && level(place) == PlaceLevel.PLACE && areas.hasRow(code)) {
            within.add("admin2:" + code);
        }
        if (dots > 0 && level(place) != PlaceLevel.DIVISION1) {
            String first = dots == 1 ? code : code.substring(0, code.indexOf('.', code.indexOf('.') + 1));
            within.add("admin1:" + first);
        }
        String country = country(place);
        if (country != null) {
            within.add("country:" + country);
        }
        return within;
    }

    public double latitude(int place) {
        return latitudes[place] / PlaceImageFormat.DEGREE;
    }

    public double longitude(int place) {
        return longitudes[place] / PlaceImageFormat.DEGREE;
    }

    /** 0 where it is not known. */
    public int population(int place) {
        return populations[place];
    }

    /** The main name. */
    public String name(int place) {
        return names.text(place, names.first(place));
    }

    /** A name by its number. */
    public String text(int name) {
        return names.text(names.placeOf(name), name);
    }

    public NameSource source(int name) {
        return names.source(name);
    }

    /** The place that a name belongs to. */
    public int placeOf(int name) {
        return names.placeOf(name);
    }

    /** The number of a place's first name, which is its main name. */
    public int firstName(int place) {
        return names.first(place);
    }

    /** One past the number of a place's last name. */
    public int endName(int place) {
        return names.end(place);
    }

    /** Goes through all names in order. */
    public void forEachName(NameVisitor visitor) {
        names.forEach(visitor);
    }

    @Override
    public String toString() {
        return places() + " places with " + names() + " names: " + about;
    }
}
