package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a gazetteer from its files; each says at its top what its columns are.  A line that is wrong fails the whole,
 * with the file's name and the line's number.
 */
public final class GazetteerReader {

    /** Opens files by their path. */
    @FunctionalInterface
    public interface Source {
        InputStream open(String path) throws IOException;
    }

    /** Something of each country, with {name} and {demonym} standing for the country's own. */
    private record Template(String key, MentionType type, String name, List<String> patterns) {}

    /** Reads the rows of one file. */
    @FunctionalInterface
    private interface Rows {
        void read(String file, InputStream in) throws IOException;
    }

    static final String FOLDER = "gazetteer/";
    private static final String PLACES = "places.img";

    private final Source source;
    private final GazetteerBuilder builder = new GazetteerBuilder();
    private final Map<String, Country> countries = new LinkedHashMap<>();

    private GazetteerReader(Source source) {
        this.source = source;
    }

    /**
     * Reads {@code gazetteer/} places.img, disputed.tsv, countries.tsv, the files of places that places.txt names, the files
     * of actors that actors.txt names, states.tsv, not-places.txt, first-names.txt, place-first-names.txt and
     * name-words.tsv; for other languages
     * than English country-names.tsv, peoples.tsv, state-names.tsv, other-names.tsv, first-names-other.txt,
     * function-words.txt and endings.tsv; and where there are any a user's own: my-disputed.tsv, my-places.tsv and
     * my-actors.tsv, each before ours, so that it wins.
     *
     * @param source what opens them
     * @param version what stands for their content
     * @throws IOException if one is missing or a line is wrong
     */
    public static Gazetteer read(Source source, String version) throws IOException {
        GazetteerReader reader = new GazetteerReader(source);
        reader.builder.version(version);
        reader.places();
        reader.optional("my-disputed.tsv", reader::disputes);
        reader.file("disputed.tsv", reader::disputes);
        reader.countries();
        reader.optional("my-places.tsv", reader::ownPlaces);
        for (String file : reader.list("places.txt")) {
            reader.file(file, reader::ownPlaces);
        }
        reader.optional("my-actors.tsv", reader::actors);
        for (String file : reader.list("actors.txt")) {
            reader.file(file, reader::actors);
        }
        reader.states();
        new OtherLanguages(source, reader.builder, reader.countries).read();
        reader.words("not-places.txt", reader.builder::stopWord);
        reader.words("first-names.txt", reader.builder::firstName);
        reader.words("place-first-names.txt", reader.builder::placeFirstName);
        reader.nameWords();
        return reader.builder.build();
    }

    private List<String> list(String file) throws IOException {
        List<String> files = new ArrayList<>();
        words(file, files::add);
        return files;
    }

    private void file(String file, Rows rows) throws IOException {
        try (InputStream in = source.open(FOLDER + file)) {
            rows.read(file, in);
        }
    }

    private void optional(String file, Rows rows) throws IOException {
        try (InputStream in = source.open(FOLDER + file)) {
            rows.read(file, in);
        } catch (FileNotFoundException | NoSuchFileException e) {
            // a user's own, which most have not
        }
    }

    private void countries() throws IOException {
        try (InputStream in = source.open(FOLDER + "countries.tsv")) {
            Table table = new Table("countries.tsv", in);
            while (table.next(9)) {
                String code = table.text(0);
                Location location = new Location(table.number(4), table.number(5), table.orNull(6), code);
                Entity country = new Entity(
                        "country:" + code,
                        MentionType.COUNTRY,
                        table.text(1),
                        code,
                        location,
                        (long) (table.number(7) * 1e6),
                        table.list(8),
                        false,
                        null,
                        null);
                builder.add(country, table.list(2));
                List<String> demonyms = table.list(3);
                Entity people = new Entity(
                        country.id(),
                        MentionType.DEMONYM,
                        country.name(),
                        code,
                        location,
                        country.population(),
                        country.within(),
                        false,
                        null,
                        null);
                demonyms.forEach(demonym -> builder.name(people, demonym, Alias.Use.DEMONYM));
                List<String> names = new ArrayList<>(table.list(2));
                names.add(0, country.name());
                countries.put(code, new Country(country, people, names, demonyms));
            }
        }
    }

    private void ownPlaces(String file, InputStream in) throws IOException {
        Table table = new Table(file, in);
        while (table.next(10)) {
            Entity there = builder.place(table.text(0));
            Entity kept = builder.add(place(table, there), List.of());
            for (String alias : table.list(9)) {
                if (alias.startsWith(",")) {
                    builder.name(kept, alias.substring(1).strip(), Alias.Use.QUALIFIER);
                } else {
                    builder.name(kept, alias);
                }
            }
        }
    }

    /** A row's place; what it leaves empty is as it is there already. */
    private static Entity place(Table table, @Nullable Entity there) throws IOException {
        String country = table.orNull(3) == null && there != null ? there.country() : table.orNull(3);
        Location location = there != null && table.orNull(5) == null
                ? there.location()
                : new Location(table.number(5), table.number(6), table.orNull(7), country);
        return new Entity(
                table.text(0),
                there != null && table.orNull(1) == null ? there.type() : type(table, 1),
                there != null && table.orNull(2) == null ? there.name() : table.text(2),
                country,
                location,
                (long) table.number(8),
                table.list(4),
                false,
                null,
                null);
    }

    private void disputes(String file, InputStream in) throws IOException {
        Table table = new Table(file, in);
        while (table.next(4)) {
            builder.dispute(table.text(0), table.orNull(1), table.orNull(2), table.orNull(3));
        }
    }

    private void places() throws IOException {
        try (InputStream in = source.open(FOLDER + PLACES)) {
            builder.places(PlaceImageReader.read(PLACES, in));
        }
    }

    /** What every state has: a government, forces, ministries. */
    private void states() throws IOException {
        List<Template> templates = new ArrayList<>();
        try (InputStream in = source.open(FOLDER + "states.tsv")) {
            Table table = new Table("states.tsv", in);
            while (table.next(4)) {
                templates.add(new Template(table.text(0), type(table, 1), table.text(2), table.list(3)));
            }
        }
        for (Country country : countries.values()) {
            for (Template template : templates) {
                state(country, template);
            }
        }
    }

    private void state(Country country, Template template) {
        String code = country.entity().country();
        Entity entity = actor(
                code + "." + template.key(),
                template.type(),
                template.name().replace("{name}", country.entity().name()),
                code,
                null,
                null);
        List<String> aliases = new ArrayList<>();
        for (String pattern : template.patterns()) {
            if (pattern.contains("{demonym}")) {
                country.demonyms().forEach(demonym -> aliases.add(pattern.replace("{demonym}", demonym)));
            } else {
                country.names().forEach(name -> aliases.add(pattern.replace("{name}", name)));
            }
            if (pattern.contains("of {name}")) {
                country.names().forEach(name -> aliases.add(pattern.replace("{name}", "the " + name)));
            }
        }
        builder.add(entity, aliases);
    }

    private void actors(String file, InputStream in) throws IOException {
        Table table = new Table(file, in);
        while (table.next(8)) {
            Entity entity = actor(
                    table.text(0), type(table, 1), table.text(3), table.orNull(2), date(table, 5), date(table, 6));
            Entity kept = builder.add(entity, List.of());
            for (String alias : table.list(4)) {
                if (alias.startsWith("~")) {
                    builder.name(kept, alias.substring(1), Alias.Use.ANY_CASE);
                } else {
                    builder.name(kept, alias);
                }
            }
        }
    }

    private static Entity actor(
            String id,
            MentionType type,
            String name,
            @Nullable String country,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new Entity(id, type, name, country, null, 0, List.of(), false, from, to);
    }

    private void words(String file, Consumer<String> use) throws IOException {
        try (InputStream in = source.open(FOLDER + file)) {
            Table table = new Table(file, in);
            while (table.next(1)) {
                for (String word : table.text(0).split(" +")) {
                    use.accept(word);
                }
            }
        }
    }

    private void nameWords() throws IOException {
        try (InputStream in = source.open(FOLDER + "name-words.tsv")) {
            builder.nameWords(NameWords.read(in));
        }
    }

    private static MentionType type(Table table, int column) throws IOException {
        String name = table.text(column);
        try {
            return MentionType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException(table.problem("there is no type " + name).getMessage(), e);
        }
    }

    private static @Nullable LocalDate date(Table table, int column) throws IOException {
        String cell = table.orNull(column);
        try {
            return cell == null ? null : LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new IOException(table.problem("this is no date: " + cell).getMessage(), e);
        }
    }
}
