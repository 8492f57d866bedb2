package io.vedette.text.gazetteer.geonames;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the file of places from a dump in GeoNames' own format: 19 columns, tab-separated, UTF-8, as
 * {@code cities500.txt}, {@code cities15000.txt} and {@code allCountries.txt} have it.
 *
 * <p>Kept are populated places with enough people, and the seats of first-level divisions and countries whatever their
 * size; then the first-level divisions themselves, placed at the middle of their people.
 */
public final class GeoNamesImporter {

    private static final String HEADER = """
            # Places from GeoNames (https://www.geonames.org, CC BY 4.0), written by vedette's importer.
            # id, feature code, name, country, first-level division, latitude, longitude, population, aliases (|)
            """;

    private static final class Division {
        private double people;
        private double latitude;
        private double longitude;
        private long population;

        /** Places without a known population count as hamlets, so that every division has a middle. */
        void add(GeoName place) {
            double weight = Math.max(100, place.population());
            people += weight;
            latitude += place.latitude() * weight;
            longitude += place.longitude() * weight;
            population += place.population();
        }
    }

    private GeoNamesImporter() {}

    /**
     * Reads a dump and writes the gzipped table.
     *
     * @param cities a dump in GeoNames' format
     * @param divisions names of first-level divisions by code ("UA.07"), as {@code admin1CodesASCII.txt} has them; may
     *     be empty
     * @param minPopulation how many people a place needs to be kept
     * @param out gets the table; is finished but not closed
     * @return how many rows were written
     * @throws IOException if reading or writing fails, or a line is no GeoNames line
     */
    public static int run(InputStream cities, Map<String, String> divisions, int minPopulation, OutputStream out)
            throws IOException {
        Map<Long, GeoName> kept = new TreeMap<>();
        Map<String, Division> areas = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(cities, StandardCharsets.UTF_8), 1 << 16);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            GeoName place = GeoName.parse(line, number);
            areas.computeIfAbsent(place.division(), ignored -> new Division()).add(place);
            if (place.isWorthKeeping(minPopulation)) {
                kept.put(place.id(), place);
            }
        }
        GZIPOutputStream packed = new GZIPOutputStream(out);
        Writer writer = new OutputStreamWriter(packed, StandardCharsets.UTF_8);
        writer.write(HEADER);
        for (GeoName place : kept.values()) {
            writer.write(row(place));
        }
        int rows = kept.size();
        for (Map.Entry<String, String> division : new TreeMap<>(divisions).entrySet()) {
            Division area = areas.get(division.getKey());
            if (area != null) {
                writer.write(row(division.getKey(), division.getValue(), area));
                rows++;
            }
        }
        writer.flush();
        packed.finish();
        return rows;
    }

    private static String row(GeoName place) {
        return String.join(
                        "\t",
                        "geo:" + place.id(),
                        place.featureCode(),
                        place.name(),
                        place.country(),
                        place.admin1(),
                        Double.toString(place.latitude()),
                        Double.toString(place.longitude()),
                        Long.toString(place.population()),
                        String.join("|", place.aliases()))
                + "\n";
    }

    private static String row(String code, String name, Division area) {
        int dot = code.indexOf('.');
        return String.join(
                        "\t",
                        "admin1:" + code,
                        "ADM1",
                        name,
                        code.substring(0, dot),
                        code.substring(dot + 1),
                        rounded(area.latitude / area.people),
                        rounded(area.longitude / area.people),
                        Long.toString(area.population),
                        AliasChoice.ofDivision(name))
                + "\n";
    }

    private static String rounded(double degrees) {
        return Double.toString(Math.round(degrees * 1000) / 1000.0);
    }
}
