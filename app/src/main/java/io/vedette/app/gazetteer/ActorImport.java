package io.vedette.app.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** A format that actors can be imported from. */
public enum ActorImport {
    /** Comma-separated, the first line naming the columns; see {@link CsvActors}. */
    CSV,
    /** JSON results of a SPARQL query to Wikidata; see {@link WikidataActors}. */
    WIKIDATA_JSON,
    /** The same as tab-separated values. */
    WIKIDATA_TSV,
    /** Actor dictionaries of PETRARCH, Phoenix and TABARI; see {@link PetrarchActors}. */
    PETRARCH;

    /** By the name of a file: .csv, .json, .tsv, else an actor dictionary. */
    public static ActorImport of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".csv")
                ? CSV
                : name.endsWith(".json") ? WIKIDATA_JSON : name.endsWith(".tsv") ? WIKIDATA_TSV : PETRARCH;
    }

    /**
     * Reads one file.
     *
     * @param file what it is called in messages
     * @param in read to its end, not closed
     * @param actors takes what is found, and what is wrong
     * @throws IOException if it can't be read or is of another format altogether
     */
    public void read(String file, BufferedReader in, ImportedActors actors) throws IOException {
        switch (this) {
            case CSV -> CsvActors.read(file, in, ',', actors);
            case WIKIDATA_JSON -> WikidataActors.json(file, in, actors);
            case WIKIDATA_TSV -> WikidataActors.tsv(file, in, actors);
            case PETRARCH -> new PetrarchActors(file, actors).read(in);
        }
    }
}
