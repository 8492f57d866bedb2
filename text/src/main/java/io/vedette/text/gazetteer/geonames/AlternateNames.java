package io.vedette.text.gazetteer.geonames;

import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** GeoNames' {@code alternateNamesV2.txt}: which names are of the past or colloquial, and what is no name at all. */
final class AlternateNames {

    private static final int COLUMNS = 4;

    /** What the column of the language holds for codes, links and phonetic spellings. */
    private static final Set<String> NO_NAMES =
            Set.of("post", "iata", "icao", "faac", "unlc", "tcid", "link", "wkdt", "phon", "piny", "abbr");

    private final Map<Long, List<PlaceName>> names = new HashMap<>();
    private final Map<Long, List<String>> codes = new HashMap<>();

    static AlternateNames none() {
        return new AlternateNames();
    }

    /** Reads the names of these places; the file has those of all. */
    static AlternateNames read(Path file, Set<Long> places) throws IOException {
        AlternateNames all = new AlternateNames();
        try (TabLines lines = TabLines.open(file)) {
            while (lines.next()) {
                lines.require(COLUMNS);
                long place = lines.number(1);
                if (places.contains(place)) {
                    all.add(place, lines);
                }
            }
        }
        return all;
    }

    private void add(long place, TabLines line) {
        String name = line.text(3);
        if (NO_NAMES.contains(line.text(2))) {
            codes.computeIfAbsent(place, ignored -> new ArrayList<>(2)).add(name);
            return;
        }
        NameSource source = line.text(7).equals("1")
                ? NameSource.HISTORIC
                : line.text(6).equals("1") ? NameSource.COLLOQUIAL : NameSource.VARIANT;
        names.computeIfAbsent(place, ignored -> new ArrayList<>(4)).add(new PlaceName(name, source));
    }

    /** The names of a place: those here, then those that its own line has, without what is known to be no name. */
    List<PlaceName> of(GeoName place) {
        List<PlaceName> all = new ArrayList<>(names.getOrDefault(place.id(), List.of()));
        List<String> known = codes.getOrDefault(place.id(), List.of());
        for (String name : place.alternateNames()) {
            if (!known.contains(name)) {
                all.add(new PlaceName(name, NameSource.VARIANT));
            }
        }
        return all;
    }
}
