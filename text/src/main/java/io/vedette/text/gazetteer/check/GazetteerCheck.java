package io.vedette.text.gazetteer.check;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files of a gazetteer: columns, types, country codes, coordinates and dates; ids given twice or not at all;
 * names that say nothing new, and names that two actors claim for the same days.
 *
 * <p>Unlike {@link GazetteerReader}, which stops at the first line that it can't read, it goes on to the end.
 */
public final class GazetteerCheck {

    private static final String FOLDER = "gazetteer/";
    private static final String IMAGE = "places.img";
    private static final String NOT_OF_GEONAMES =
            "fill it: only a place that places.img has as well may leave that to it";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final List<String> MINE = List.of("my-disputed.tsv", "my-places.tsv", "my-actors.tsv");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NAME = Pattern.compile("\\{(name|demonym)}");
    private static final Pattern ID = Pattern.compile("[^\\s|]+");

    private final GazetteerReader.Source source;
    private final Findings findings = new Findings();
    private final CellChecks cells = new CellChecks(findings);
    private final AliasChecks aliases = new AliasChecks(findings);
    private Known known = new Known(null);

    private GazetteerCheck(GazetteerReader.Source source) {
        this.source = source;
    }

    /**
     * Checks a gazetteer.
     *
     * @param source what opens its files, as {@link GazetteerReader#read} takes it
     * @param more files of actors or places besides those that the gazetteer itself names
     * @return what was found, by file and line; empty if all is well
     */
    public static List<Finding> run(GazetteerReader.Source source, Collection<String> more) {
        return new GazetteerCheck(source).run(more);
    }

    private List<Finding> run(Collection<String> more) {
        known = new Known(image());
        List<Sheet> sheets = new ArrayList<>();
        List.of(
                        "countries.tsv",
                        "country-names.tsv",
                        "peoples.tsv",
                        "states.tsv",
                        "state-names.tsv",
                        "other-names.tsv",
                        "disputed.tsv")
                .forEach(file -> add(sheets, FOLDER + file, file));
        MINE.forEach(file -> addIfThere(sheets, file));
        listed("places.txt").forEach(file -> add(sheets, FOLDER + file, file));
        listed("actors.txt").forEach(file -> add(sheets, FOLDER + file, file));
        more.forEach(file -> add(sheets, file, file));
        sheets.forEach(sheet -> sheet.checkColumns(findings));
        sheets.forEach(this::learn);
        sheets.forEach(this::check);
        aliases.clashes();
        return findings.sorted();
    }

    private @Nullable PlaceImage image() {
        try (InputStream in = source.open(FOLDER + IMAGE)) {
            return PlaceImageReader.read(IMAGE, in);
        } catch (IOException e) {
            findings.error(IMAGE, "can't be read: " + e.getMessage(), "make it with: vedette gazetteer build");
            return null;
        }
    }

    private List<String> listed(String list) {
        try (InputStream in = source.open(FOLDER + list)) {
            return Sheet.read(list, in).rows().stream().map(row -> row.text(0)).toList();
        } catch (IOException e) {
            findings.error(list, "can't be read: " + e.getMessage(), "it names files of this folder, one a line");
            return List.of();
        }
    }

    private void addIfThere(List<Sheet> sheets, String file) {
        try (InputStream in = source.open(FOLDER + file)) {
            sheets.add(Sheet.read(file, in));
        } catch (IOException e) {
            // a user's own, which most have not
        }
    }

    private void add(List<Sheet> sheets, String path, String file) {
        try (InputStream in = source.open(path)) {
            sheets.add(Sheet.read(file, in));
        } catch (IOException e) {
            findings.error(file, "can't be read: " + e.getMessage(), "check that it is there and is UTF-8");
        }
    }

    /** Takes in what other rows may refer to. */
    private void learn(Sheet sheet) {
        for (Row row : sheet.rows()) {
            String key = row.text(0);
            switch (sheet.layout()) {
                case COUNTRIES -> {
                    known.addCountry(key);
                    identify(row, "country:" + key);
                }
                case STATES -> known.addStateKey(key);
                case PLACES, ACTORS -> identify(row, key);
                case COUNTRY_NAMES, PEOPLES, STATE_NAMES, OTHER_NAMES, DISPUTED -> {
                    // these refer to others, and nothing refers to them
                }
            }
        }
    }

    private void identify(Row row, String id) {
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            findings.error(row, "an id has no spaces and no bars: " + id, "write it with hyphens");
        }
        Row other = known.add(id, row);
        if (other != null) {
            findings.error(
                    row,
                    "the id " + id + " is that of " + other.where() + " already",
                    "make one row of both, or give this one an id of its own");
        }
    }

    private void check(Sheet sheet) {
        for (Row row : sheet.rows()) {
            switch (sheet.layout()) {
                case COUNTRIES -> country(row);
                case COUNTRY_NAMES -> countryName(row);
                case STATES -> state(row);
                case PLACES -> place(row);
                case DISPUTED -> dispute(row);
                case ACTORS -> actor(row);
                case PEOPLES -> {
                    cells.country(row, 0, known);
                    aliases.names(row, "", row.list(1));
                }
                case STATE_NAMES -> stateName(row);
                case OTHER_NAMES -> otherName(row);
            }
        }
    }

    private void country(Row row) {
        if (!COUNTRY.matcher(row.text(0)).matches()) {
            findings.error(row, "this is no country code: " + row.text(0), "use ISO 3166-1 alpha-2, in capitals");
        }
        cells.coordinates(row, 4);
        cells.number(row, 6, "geonameId");
        cells.number(row, 7, "population");
        areas(row, 8);
        aliases.names(row, row.text(1), row.list(2));
        aliases.names(row, "", row.list(3));
    }

    private void state(Row row) {
        cells.type(row, 1, MentionKind.ACTOR);
        List<String> patterns = row.list(3).stream()
                .map(pattern -> NAME.matcher(pattern).replaceAll("$1"))
                .toList();
        aliases.names(row, NAME.matcher(row.text(2)).replaceAll("$1"), patterns);
    }

    private void countryName(Row row) {
        cells.country(row, 0, known);
        language(row, 1);
        aliases.names(row, "", row.list(2));
        aliases.names(row, "", row.list(3));
    }

    private void stateName(Row row) {
        language(row, 0);
        if (!known.isStateKey(row.text(1))) {
            findings.error(row, "states.tsv has no key " + row.text(1), "use one of its first column");
        }
    }

    private void otherName(Row row) {
        String id = row.text(0);
        if (!known.isEntity(id)) {
            findings.error(
                    row,
                    "there is no actor and no place " + id,
                    "use an id of the other files, or geo: and GeoNames' own");
        }
        aliases.names(row, "", row.list(1));
    }

    private void language(Row row, int column) {
        if (!LANGUAGE.matcher(row.text(column)).matches()) {
            findings.error(row, "this is no language: " + row.text(column), "use ISO 639-1, two small letters");
        }
    }

    private void dispute(Row row) {
        cells.country(row, 1, known);
        if (!known.isPlace(row.text(0))) {
            findings.error(
                    row,
                    "is about " + row.text(0) + ", which is the id of no place",
                    "use country:CODE, admin1:CODE.REGION, geo:NUMBER or an id of the files of places");
        }
        if (row.text(1).isEmpty() && row.text(2).isEmpty() && row.text(3).isEmpty()) {
            findings.error(row, "lays nothing down", "give a country, a name or a note, or remove the row");
        }
    }

    private void place(Row row) {
        boolean described = known.isOfImage(row.text(0));
        for (int i = 1; i <= 2 && !described; i++) {
            if (row.text(i).isEmpty()) {
                findings.error(row, "column " + Layout.PLACES.columns().get(i) + " is empty", NOT_OF_GEONAMES);
            }
        }
        cells.type(row, 1, MentionKind.PLACE);
        cells.country(row, 3, known);
        areas(row, 4);
        if (!described || !row.text(5).isEmpty() || !row.text(6).isEmpty()) {
            cells.coordinates(row, 5);
        }
        cells.number(row, 7, "geonameId");
        cells.number(row, 8, "population");
        aliases.names(row, row.text(2), row.list(9));
    }

    private void areas(Row row, int column) {
        for (String area : row.list(column)) {
            if (!known.isPlace(area.strip())) {
                findings.error(
                        row,
                        "lies in " + area + ", which is the id of no place",
                        "use country:CODE, admin1:CODE.REGION or an id of the files that places.txt names, or add the place there");
            }
        }
    }

    private void actor(Row row) {
        cells.type(row, 1, MentionKind.ACTOR);
        cells.country(row, 2, known);
        LocalDate from = cells.date(row, 5, "valid-from");
        LocalDate to = cells.date(row, 6, "valid-to");
        if (from != null && to != null && to.isBefore(from)) {
            findings.error(row, "ends on " + to + ", before it begins on " + from, "swap or correct the days");
        }
        String id = row.text(0);
        boolean ofState = known.isOfState(id);
        if (ofState && !row.text(2).equals(id.substring(0, 2))) {
            findings.error(
                    row,
                    id + " is of " + id.substring(0, 2) + ", its country is " + row.text(2),
                    "give it the country of its id");
        }
        aliases.names(row, row.text(3), row.list(4));
        aliases.claim(row, id, row.text(3), row.list(4), from, to);
    }
}
