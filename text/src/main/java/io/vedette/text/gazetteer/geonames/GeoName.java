package io.vedette.text.gazetteer.geonames;

import java.io.IOException;
import java.util.List;

/** One line of a GeoNames dump, as much of it as is used. */
record GeoName(
        long id,
        String name,
        String asciiName,
        List<String> alternateNames,
        double latitude,
        double longitude,
        String featureClass,
        String featureCode,
        String country,
        String admin1,
        String admin2,
        long population) {

    static final int COLUMNS = 19;

    static GeoName parse(TabLines line) throws IOException {
        line.require(COLUMNS);
        return new GeoName(
                line.number(0),
                line.text(1),
                line.text(2),
                line.text(3).isEmpty() ? List.of() : List.of(line.text(3).split(",")),
                line.degrees(4, 90),
                line.degrees(5, 180),
                line.text(6),
                line.text(7),
                line.text(8),
                line.text(10),
                line.text(11),
                line.number(14));
    }

    /** The feature's class and code: "P.PPLA". */
    String feature() {
        return featureClass + "." + featureCode;
    }

    /** The code of its first-level division: "UA.07"; only the country's where it lies in none. */
    String division1() {
        return admin1.isEmpty() || admin1.equals("00") ? country : country + "." + admin1;
    }

    /** The code of its second-level division: "US.AL.001"; the first-level one's where it lies in none. */
    String division2() {
        String first = division1();
        return admin2.isEmpty() || first.equals(country) ? first : first + "." + admin2;
    }

    boolean isPopulatedPlace() {
        return featureClass.equals("P");
    }

    /** A capital or the seat of a division, which counts whatever its size. */
    boolean isSeat() {
        return featureCode.startsWith("PPLA") || featureCode.equals("PPLC") || featureCode.equals("PPLG");
    }
}
