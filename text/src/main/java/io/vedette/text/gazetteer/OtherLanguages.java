package io.vedette.text.gazetteer;

import io.vedette.text.gazetteer.GazetteerReader.Source;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what actors and places are called in other languages than English, and how these languages inflect. */
final class OtherLanguages {

    private static final String ADJECTIVE = "{adjective}";
    private static final String NAME = "{name}";

    /** What a country and its adjectives are called in a language. */
    private record Translation(List<String> names, List<String> adjectives) {

        List<String> of(String pattern) {
            String placeholder = pattern.contains(ADJECTIVE) ? ADJECTIVE : NAME;
            return (placeholder.equals(NAME) ? names : adjectives)
                    .stream().map(word -> pattern.replace(placeholder, word)).toList();
        }
    }

    private final Source source;
    private final GazetteerBuilder builder;
    private final Map<String, Country> countries;

    /** By country code and language. */
    private final Map<String, Map<String, Translation>> translations = new HashMap<>();

    OtherLanguages(Source source, GazetteerBuilder builder, Map<String, Country> countries) {
        this.source = source;
        this.builder = builder;
        this.countries = countries;
    }

    /** Reads all of its files, once everything else that has names is there. */
    void read() throws IOException {
        table("country-names.tsv", 4, this::countryNames);
        table("peoples.tsv", 2, this::peoples);
        table("state-names.tsv", 3, this::stateNames);
        table("other-names.tsv", 2, this::otherNames);
        Set<String> functionWords = new HashSet<>();
        table("first-names-other.txt", 1, line -> List.of(line.text(0).split(" +"))
                .forEach(builder::firstName));
        table("function-words.txt", 1, words -> functionWords(words, functionWords));
        try (InputStream in = source.open(GazetteerReader.FOLDER + "endings.tsv")) {
            builder.inflection(Inflection.read("endings.tsv", in, functionWords));
        }
    }

    @FunctionalInterface
    private interface Line {
        void read(Table line) throws IOException;
    }

    private void table(String file, int columns, Line reader) throws IOException {
        try (InputStream in = source.open(GazetteerReader.FOLDER + file)) {
            Table table = new Table(file, in);
            while (table.next(columns)) {
                reader.read(table);
            }
        }
    }

    /** The ministries of states.tsv are not named after these. */
    private void countryNames(Table line) throws IOException {
        Country country = country(line);
        translations
                .computeIfAbsent(line.text(0), any -> new HashMap<>())
                .put(line.text(1), new Translation(line.list(2), line.list(3)));
        line.list(2).forEach(name -> builder.name(country.entity(), name));
        line.list(3).forEach(word -> builder.name(country.people(), word, Alias.Use.ANY_CASE));
    }

    private void peoples(Table line) throws IOException {
        Country country = country(line);
        line.list(1).forEach(word -> builder.name(country.people(), word));
    }

    private Country country(Table line) throws IOException {
        Country country = countries.get(line.text(0));
        if (country == null) {
            throw line.problem("countries.tsv has no country " + line.text(0));
        }
        return country;
    }

    private void stateNames(Table line) throws IOException {
        for (String code : countries.keySet()) {
            Entity state = builder.entity(code + "." + line.text(1));
            if (state == null) {
                throw line.problem("states.tsv has no key " + line.text(1));
            }
            Translation words = translations.getOrDefault(code, Map.of()).get(line.text(0));
            if (words != null) {
                line.list(2).stream()
                        .flatMap(pattern -> words.of(pattern).stream())
                        .forEach(name -> builder.name(state, name, Alias.Use.ANY_CASE));
            }
        }
    }

    private void otherNames(Table line) throws IOException {
        Entity entity = builder.entity(line.text(0));
        if (entity == null) {
            throw line.problem("there is no actor and no place " + line.text(0));
        }
        for (String name : line.list(1)) {
            if (name.startsWith("~")) {
                builder.name(entity, name.substring(1), Alias.Use.ANY_CASE);
            } else {
                builder.name(entity, name);
            }
        }
    }

    private void functionWords(Table line, Set<String> words) throws IOException {
        for (String word : line.text(0).split(" +")) {
            builder.stopWord(word);
            words.add(Tokens.of(word).norm(0));
        }
    }
}
