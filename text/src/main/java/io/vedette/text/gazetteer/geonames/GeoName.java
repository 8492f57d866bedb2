package io.vedette.text.gazetteer.geonames;

import java.io.IOException;
import java.util.List;

/** One line of a GeoNames dump, as much of it as is used. */
record GeoName(
        long id,
        String name,
        String asciiName,
        String alternateNames,
        double latitude,
        double longitude,
        String featureClass,
        String featureCode,
        String country,
        String admin1,
        long population) {

    private static final int COLUMNS = 19;

    static GeoName parse(String line, int number) throws IOException {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IOException("line " + number + " has " + cells.length + " columns instead of GeoNames' 19");
        }
        try {
            return new GeoName(
                    Long.parseLong(cells[0]),
                    cells[1],
                    cells[2],
                    cells[3],
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    cells[6],
                    cells[7],
                    cells[8],
                    cells[10],
                    cells[14].isEmpty() ? 0 : Long.parseLong(cells[14]));
        } catch (NumberFormatException e) {
            throw new IOException("line " + number + " has a number that is none: " + e.getMessage(), e);
        }
    }

    /** The code of its first-level division: "UA.07". */
    String division() {
        return country + "." + admin1;
    }

    boolean isWorthKeeping(int minPopulation) {
        boolean gone = featureCode.equals("PPLQ") || featureCode.equals("PPLH") || featureCode.equals("PPLW");
        boolean quarter = featureCode.equals("PPLX");
        boolean seat = featureCode.equals("PPLC") || featureCode.equals("PPLA");
        return featureClass.equals("P") && !gone && !quarter && (seat || population >= minPopulation);
    }

    List<String> aliases() {
        return AliasChoice.of(this);
    }
}
