package io.vedette.app.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results of a SPARQL query to Wikidata, as JSON or tab-separated values.  Variables: {@code item} and {@code itemLabel};
 * where there are any {@code type}, {@code country} (ISO 3166-1 alpha-2), {@code alias} or {@code itemAltLabel} (several
 * with commas), {@code start}, {@code end} and {@code itemDescription}.  Rows of one item are one actor.
 */
final class WikidataActors {

    private static final String ENTITY = "http://www.wikidata.org/entity/";

    private WikidataActors() {}

    static void json(String file, Reader in, ImportedActors actors) throws IOException {
        JsonNode results = Json.MAPPER.readTree(in);
        JsonNode bindings =
                results.isArray() ? results : results.path("results").path("bindings");
        if (!bindings.isArray()) {
            throw new IOException(file + " holds no SPARQL results; ask the query service for JSON");
        }
        int row = 0;
        for (JsonNode binding : bindings) {
            row++;
            Map<String, String> values = new HashMap<>();
            binding.properties()
                    .forEach(entry -> values.put(
                            entry.getKey(),
                            entry.getValue().isValueNode()
                                    ? entry.getValue().asText()
                                    : entry.getValue().path("value").asText()));
            add(file + ", row " + row, values, actors);
        }
    }

    static void tsv(String file, BufferedReader in, ImportedActors actors) throws IOException {
        String header = in.readLine();
        if (header == null || !header.contains("item")) {
            throw new IOException(file + " holds no SPARQL results: its first line names no variable ?item");
        }
        String[] names = header.split("\t", -1);
        int row = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            row++;
            String[] cells = line.split("\t", -1);
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < Math.min(cells.length, names.length); i++) {
                values.put(names[i].strip().replaceFirst("^\\?", ""), term(cells[i].strip()));
            }
            add(file + ", row " + row, values, actors);
        }
    }

    /** An RDF term without its brackets, quotation marks, language and data type. */
    private static String term(String cell) {
        if (cell.startsWith("<") && cell.endsWith(">")) {
            return cell.substring(1, cell.length() - 1);
        }
        int end = cell.lastIndexOf('"');
        return cell.startsWith("\"") && end > 0 ? cell.substring(1, end).replace("\\\"", "\"") : cell;
    }

    private static void add(String where, Map<String, String> row, ImportedActors actors) {
        String item = row.getOrDefault("item", "").replace(ENTITY, "").replace("https://www.wikidata.org/wiki/", "");
        String label = row.getOrDefault("itemLabel", "");
        if (item.isEmpty() || label.isEmpty() || label.equals(item)) {
            actors.problem(where, "has no item with a label; left out");
            return;
        }
        ImportedActor actor = actors.actor("wikidata:" + item)
                .name(label)
                .type(row.getOrDefault("type", "").toUpperCase(Locale.ROOT))
                .country(row.getOrDefault("country", "").toUpperCase(Locale.ROOT))
                .valid(row.getOrDefault("start", ""), row.getOrDefault("end", ""))
                .role(row.getOrDefault("itemDescription", ""));
        actor.alias(label);
        actor.alias(row.getOrDefault("alias", ""));
        List.of(row.getOrDefault("itemAltLabel", "").split(", ")).forEach(actor::alias);
    }
}
