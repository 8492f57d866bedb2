package io.vedette.text.gazetteer.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What columns a file has; the names are those of the last comment before the first row. */
enum Layout {
    COUNTRIES(
            List.of("code", "name", "aliases", "demonyms", "latitude", "longitude", "geonameId", "population", "areas"),
            2),
    COUNTRY_NAMES(List.of("code", "language", "names", "adjectives"), 2),
    PEOPLES(List.of("code", "names"), 2),
    STATES(List.of("key", "type", "name", "aliases"), 3),
    STATE_NAMES(List.of("language", "key", "names"), 3),
    OTHER_NAMES(List.of("id", "names"), 2),
    PLACES(
            List.of(
                    "id",
                    "type",
                    "name",
                    "country",
                    "areas",
                    "latitude",
                    "longitude",
                    "geonameId",
                    "population",
                    "aliases"),
            1),
    DISPUTED(List.of("id", "country", "name", "note"), 1),
    ACTORS(List.of("id", "type", "country", "name", "aliases", "valid-from", "valid-to", "role"), 4);

    private final List<String> columns;

    /** How many of the first columns a row can't do without, country and areas aside. */
    private final int least;

    Layout(List<String> columns, int least) {
        this.columns = columns;
        this.least = least;
    }

    List<String> columns() {
        return columns;
    }

    int least() {
        return least;
    }

    /** By the file's name; whatever is none of the others is a file of actors. */
    static Layout of(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return switch (name) {
            case "countries.tsv" -> COUNTRIES;
            case "country-names.tsv" -> COUNTRY_NAMES;
            case "peoples.tsv" -> PEOPLES;
            case "states.tsv" -> STATES;
            case "state-names.tsv" -> STATE_NAMES;
            case "other-names.tsv" -> OTHER_NAMES;
            case "disputed.tsv", "my-disputed.tsv" -> DISPUTED;
            default -> file.startsWith("places/") || name.contains("places") ? PLACES : ACTORS;
        };
    }

    /** The layout with these columns; null if there is none. */
    static @Nullable Layout withColumns(List<String> names) {
        for (Layout layout : values()) {
            if (layout.columns.equals(names)) {
                return layout;
            }
        }
        return null;
    }
}
