package io.vedette.text.gazetteer.geonames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** GeoNames' {@code admin1CodesASCII.txt} and {@code admin2Codes.txt}: code, name, plain name, id. */
final class DivisionNames {

    /**
     * A division as these files have it.
     *
     * @param name its usual name
     * @param geonameId 0 where the file has none
     */
    record Division(String name, long geonameId) {}

    private DivisionNames() {}

    /** By code: "UA.07", "US.AL.001". */
    static Map<String, Division> read(Path file) throws IOException {
        Map<String, Division> divisions = new HashMap<>();
        try (TabLines lines = TabLines.open(file)) {
            while (lines.next()) {
                lines.require(2);
                divisions.put(lines.text(0), new Division(lines.text(1), lines.number(3)));
            }
        }
        return divisions;
    }
}
