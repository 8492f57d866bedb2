package io.vedette.app.source;

import io.vedette.ingest.source.SourceForm;
import io.vedette.seeds.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public feeds that ship with Vedette; nobody has fetched them, so none is to be polled unless somebody says so. */
public final class StarterSources {

    private static final String FILE = "sources/news-feeds.tsv";
    private static final String NOWHERE = "INT";
    private static final int COLUMNS = 6;

    private StarterSources() {}

    /** All of them, in the order of the file. */
    public static List<ListedSource> read() throws IOException {
        List<ListedSource> sources = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Seeds.open(FILE), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    sources.add(new ListedSource("starter:" + number, form(number, line.split("\t", -1)), false));
                }
            }
        }
        return sources;
    }

    /** Columns: id, name, country, language, covers, url. */
    private static SourceForm form(int line, String[] columns) throws IOException {
        if (columns.length != COLUMNS) {
            throw new IOException(FILE + ":" + line + ": has " + columns.length + " columns, not " + COLUMNS);
        }
        return new SourceForm(
                columns[0],
                null,
                columns[5],
                columns[1],
                NOWHERE.equals(columns[2]) ? null : known(columns[2]),
                known(columns[3]),
                known(columns[4]),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String known(String column) {
        return column.isBlank() ? null : column;
    }
}
