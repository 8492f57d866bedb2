package io.vedette.text.gazetteer.geonames;

import io.vedette.text.gazetteer.geonames.DivisionNames.Division;
import io.vedette.text.gazetteer.image.PlaceImageWriter;
import io.vedette.text.gazetteer.image.PlaceLevel;
import io.vedette.text.gazetteer.image.PlaceName;
import io.vedette.text.gazetteer.image.PlaceRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the image of places from <a href="https://download.geonames.org/export/dump/">GeoNames' own files</a>.
 *
 * <p>Kept are populated places with enough people, and the seats of divisions whatever their size; then the divisions
 * themselves, where GeoNames puts them if the places' file has them, else at the middle of their people.
 */
public final class GeoNamesImage {

    private static final int PROGRESS = 1_000_000;

    private final GeoNamesFiles files;
    private final Consumer<String> progress;
    private final Map<Long, GeoName> kept = new HashMap<>();
    private final Map<String, GeoName> divisions = new HashMap<>();
    private final Map<String, MiddleOfPeople> middles = new HashMap<>();

    private GeoNamesImage(GeoNamesFiles files, Consumer<String> progress) {
        this.files = files;
        this.progress = progress;
    }

    /**
     * Reads the files and writes the image.
     *
     * @param about goes into the image: where the files come from and of which day they are
     * @param progress is told what is being done, in lines for a person
     * @param out gets the image; is flushed, not closed
     * @return how many places it holds
     * @throws IOException if a file can't be read, or a line is not as GeoNames has it: the message says where
     */
    public static int write(GeoNamesFiles files, String about, Consumer<String> progress, OutputStream out)
            throws IOException {
        List<PlaceRow> rows = new GeoNamesImage(files, progress).rows();
        progress.accept("packing " + rows.size() + " places");
        PlaceImageWriter.write(about, rows, out);
        return rows.size();
    }

    private List<PlaceRow> rows() throws IOException {
        for (Path file : files.places()) {
            read(file);
        }
        Map<String, Division> first = divisions(files.admin1(), "first");
        Map<String, Division> second = divisions(files.admin2(), "second");
        AlternateNames names = alternateNames();
        List<PlaceRow> rows = new ArrayList<>(kept.size() + first.size() + second.size());
        kept.values().forEach(place -> rows.add(row(place, names)));
        first.forEach((code, division) -> add(rows, PlaceLevel.DIVISION1, code, division, names));
        second.forEach((code, division) -> add(rows, PlaceLevel.DIVISION2, code, division, names));
        return rows;
    }

    private void read(Path file) throws IOException {
        long read = 0;
        try (TabLines lines = TabLines.open(file)) {
            while (lines.next()) {
                take(GeoName.parse(lines));
                if (++read % PROGRESS == 0) {
                    progress.accept(file.getFileName() + ": " + read + " lines, " + kept.size() + " places kept");
                }
            }
        }
        progress.accept(file.getFileName() + ": " + read + " lines, " + kept.size() + " places kept");
    }

    private void take(GeoName place) {
        if (place.featureCode().equals("ADM1")) {
            divisions.put(place.division1(), place);
        } else if (place.featureCode().equals("ADM2")) {
            divisions.put(place.division2(), place);
        } else if (place.isPopulatedPlace()) {
            middle(place.division1()).add(place);
            if (!place.division2().equals(place.division1())) {
                middle(place.division2()).add(place);
            }
            if (place.population() >= files.minPopulation() || place.isSeat()) {
                kept.put(place.id(), place);
            }
        } else if (files.features().contains(place.feature())) {
            kept.put(place.id(), place);
        }
    }

    private MiddleOfPeople middle(String code) {
        return middles.computeIfAbsent(code, ignored -> new MiddleOfPeople());
    }

    private Map<String, Division> divisions(@Nullable Path file, String level) throws IOException {
        Map<String, Division> named = file == null ? Map.of() : DivisionNames.read(file);
        if (file != null) {
            progress.accept(file.getFileName() + ": " + named.size() + " " + level + "-level divisions");
        }
        return named;
    }

    private AlternateNames alternateNames() throws IOException {
        Path file = files.alternateNames();
        if (file == null) {
            return AlternateNames.none();
        }
        progress.accept(file.getFileName() + ": reading the names of " + kept.size() + " places");
        Set<Long> wanted = new HashSet<>(kept.keySet());
        divisions.values().forEach(division -> wanted.add(division.id()));
        return AlternateNames.read(file, wanted);
    }

    private static PlaceRow row(GeoName place, AlternateNames names) {
        return new PlaceRow(
                PlaceLevel.PLACE,
                place.id(),
                place.feature(),
                place.division2(),
                place.latitude(),
                place.longitude(),
                place.population(),
                AliasChoice.of(place, names.of(place)));
    }

    private void add(List<PlaceRow> rows, PlaceLevel level, String code, Division division, AlternateNames names) {
        GeoName known = divisions.get(code);
        MiddleOfPeople middle = middles.get(code);
        if (known == null && middle == null) {
            return;
        }
        boolean first = level == PlaceLevel.DIVISION1;
        List<PlaceName> alternates = known == null ? List.of() : names.of(known);
        long people = middle == null ? 0 : middle.population();
        rows.add(new PlaceRow(
                level,
                known == null ? division.geonameId() : known.id(),
                first ? "A.ADM1" : "A.ADM2",
                code,
                known != null ? known.latitude() : middle == null ? 0 : middle.latitude(),
                known != null ? known.longitude() : middle == null ? 0 : middle.longitude(),
                known != null && known.population() > 0 ? known.population() : people,
                first
                        ? AliasChoice.ofDivision(division.name(), alternates)
                        : AliasChoice.ofSecond(division.name(), alternates)));
    }
}
